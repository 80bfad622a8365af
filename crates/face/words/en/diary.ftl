# Diary
diary = Diary
diary-short = Diary
diary-of = { $name }'s diary
diary-mine = My diary
diary-write = Write an entry
diary-write-short = Write
diary-edit = Change the entry
diary-edit-short = Change
diary-delete-short = Delete
diary-title = Title
diary-body = Text
diary-photos = Photos (up to 4)
diary-photos-hint = JPEG, PNG, GIF or WebP, 10 MB each. Location and the like are removed before we keep them.
diary-photos-none-here = This phone cannot send photos. You can add them later from a smartphone.
diary-photo-alt = What the photo shows
photo-new-alt = What photo { $n } shows
photos-new-alt = Say what the photos show
diary-photo-drop = Take this photo off
diary-publish = Publish to these people
diary-keep-private = Keep it for me only
diary-seen-by-ask = Who can read it?
diary-seen-by-group = Which group
diary-fof-note = People who become friends of friends later can read it too.
like-heart = Love
like-thumb = Like
like-smile = Fun
like-tear = Moving
like-sparkles = Lovely
like-mine = Press it again to take it back
like-more = { $n } more
likes = Tell the author
done-liked = Told.
done-unliked = Taken back.
diary-edited = Changed { $when }
diary-comments = Comments
diary-comments-count = { $n ->
    [one] { $n } comment
   *[other] { $n } comments
}
diary-comment = Comment
diary-comment-body = Comment
diary-comment-button = Add comment
diary-comment-gone = (cannot be shown)
diary-comment-remove = Remove
diary-comments-of = Comments on "{ $title }"
diary-comments-older = Earlier comments
diary-comments-newer = Newer comments
diary-comments-back = Back to the entry
diary-comments-read = Read the comments ({ $n })
diary-comment-none = No comments yet.
diary-comment-readers = Whoever can read this entry ({ $audience }) can read your comment.
diary-none-own = No entries yet. How about a few words on today?
diary-none = Nothing here that you can read yet.
diary-older-entry = Previous entry
diary-newer-entry = Next entry
diary-neighbours = Entries before and after
diary-archive = By month
diary-archive-of = { $name }'s diary by month
diary-archive-mine = My diary by month
diary-archive-count = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
diary-archive-none = Nothing in { $month } that you can read.
diary-archive-older = Before: { $month }
diary-archive-newer = After: { $month }
diary-other-years = Today in other years
diary-none-on = Nothing on this day that you can read.
diary-title-empty = Please give it a title.
diary-title-long = A title has 100 characters at most.
diary-body-empty = Please write something.
diary-body-long = The text has 20,000 characters at most.
diary-visibility-unknown = Please choose who can see it.
diary-photos-many = Four photos at most.
item-block = Block { $name }
diary-further = Categories, day and hour
diary-photo-unknown = We could not find that photo. Please choose it again.
diary-appeared = The time of this draft has come, and it is published already. What you wrote here is kept as a draft.
diary-photo-large = That photo is too large (10 MB, 24 megapixels at most).
diary-photo-type = We cannot take that kind of file. Try JPEG, PNG, GIF or WebP.
diary-photo-broken = We could not read that photo. Please try another.
diary-photo-again = Please choose the photo once more.
diary-photo-busy = Many photos are coming in just now. Please try again in a moment.
diary-widens = If more people can see the entry, { $n ->
    [one] one comment by somebody else
   *[other] { $n } comments by others
} will be open to them too. To all members, it opens a day later: those who commented are told first.
diary-opens = All members can read this from { $when }, with its comments.
diary-agreed = I know, and want that
talk-ask = Who can comment
talk-ask-short = Comments
talk-readers = Everyone who can read it
talk-readers-short = Readers
talk-friends = Only my friends among them
talk-friends-short = Friends
talk-nobody = Nobody
talk-nobody-short = Nobody
talk-unknown = Please choose who can comment.
comments-friends-only = Only friends of the author can comment here.
comments-closed = This entry takes no comments.
comment-reply = Reply
diary-comment-readers-short = Read by: { $audience }
comment-empty = Please write something.
comment-photo = Photo
comment-photo-one = One photo at most.
comment-long = A comment has 2,000 characters at most.
confirm-delete-diary = Delete "{ $title }"? Its comments and photos go too, and cannot come back.
confirm-delete-diary-button = Delete the entry
confirm-remove-comment = Remove the comment { $name } wrote? It cannot come back.
confirm-remove-comment-photo = Remove the comment { $name } wrote? Its photo goes too, and neither can come back.
confirm-remove-own-comment = Remove "{ $words }"? It cannot come back.
confirm-remove-own-comment-photo = Remove "{ $words }"? Its photo goes too, and neither can come back.
confirm-remove-own-photo = Remove your comment with the photo? It cannot come back.
confirm-remove-comment-button = Remove the comment
drafts = Drafts
drafts-count = { $n ->
    [one] { $n } draft
   *[other] { $n } drafts
}
drafts-none = No drafts.
drafts-about = Only you can see your drafts. You can keep { $n }, and each stays until you post it or throw it away.
drafts-full = You can keep { $n } drafts. Throw one away that you no longer need, and save again.
draft-save = Save as draft
draft-untitled = (photos only)
draft-characters = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}
draft-of-entry = changes to an entry
draft-throw = Throw away
draft-throw-this = Throw this draft away
draft-kept = What you wrote is in your drafts too.
draft-kept-apart = The part you just wrote is in a draft of its own.
draft-too-long = A draft has 40,000 characters at most.
draft-empty = Nothing is written yet.
done-draft = Saved as a draft.
later-at = Appears { $when }
later-day = Day it appears (empty: at once)
later-day-short = Appears on
later-day-hint = Like 20261224, within a year
later-hour = Hour (0 to 23)
later-hour-ask = Time it appears
later-hint = With a day and a time, only you see it among your drafts until then. Within a year.
later-day-unknown = Please check the day, like 20261224.
later-hour-unknown = Please give the hour, from 0 to 23.
later-past = That time has gone by. Please choose one to come.
later-far = Please choose a day within a year.
done-later = The time is set. Until then it is among your drafts.
done-draft-waits = Saved as a draft. It will not appear by itself.
draft-kept-waits = What you wrote is in your drafts. It will not appear by itself until you send it again.
held-back = Not published
held-back-group = It was not published: the group it was for is gone. Please choose again who can read it.
held-back-photo = It was not published: a photo of it is gone.
held-back-away = It was not published: your account was at rest at that time.
held-back-much = It was not published: too much was being posted at that time. Please try again.
held-back-unfit = It was not published: it could not be posted as it is.
notice-held-back-group = Your entry "{ $title }" was not published: its group is gone
notice-held-back-photo = Your entry "{ $title }" was not published: a photo is gone
notice-held-back-away = Your entry "{ $title }" was not published: your account was at rest
notice-held-back-much = Your entry "{ $title }" was not published: too much was being posted
notice-held-back-unfit = Your entry "{ $title }" was not published: please check what it says
done-draft-thrown = The draft is gone.
confirm-throw-draft = Throw the draft "{ $title }" away? It cannot come back.
confirm-throw-draft-untitled = Throw this draft away? It cannot come back.
confirm-throw-draft-button = Throw the draft away
login-draft-kept = What you wrote is in your drafts. Log in and go on where you were.
by-line = { $name }
home-feed = New from your friends
home-feed-none = Nothing from your friends yet.
home-feed-fof = New from friends of friends
diary-feed = New diaries
diary-feed-friends = From friends
diary-feed-fof = From friends of friends
diary-feed-fof-none = Nothing from friends of friends yet. It comes with more friends.
home-no-friends = No friends yet. Look for someone you know by name.
home-write-line = Write about today
seen-by-waits = Waiting to be looked at
seen-by-waits-short = Waiting
post-waits = For now only you can see this. It opens to those you chose once an operator has looked at it.
comment-waits = You can comment as soon as an operator has looked at your first entry or voice. Please wait a little.

# Beside each level of the form: how many could read it now. "joint" stands between names.
readers-now = Who could see it now
readers-now-line = Who could see it now: { $lines }
audience-nobody = nobody yet
audience-count = { $n ->
    [one] 1 person
   *[other] { $n } people
}
audience-more = { $n ->
    [one] 1 person or more
   *[other] { $n } people or more
}
audience-joint = {", "}
audience-named = { $count } ({ $names })
audience-named-more = { $count } ({ $names } and others)

# Who may read what was written before.
levels = Who can read past entries
levels-lead = Change who can read what you wrote before, all at once.
levels-narrow = Narrow
levels-narrow-to = Entries that more people can read than this
levels-narrow-choice = { $level } ({ $n ->
    [one] 1 entry
   *[other] { $n } entries
})
levels-narrow-button = Narrow them
levels-narrow-unknown = Please choose how far to narrow.
levels-narrow-none = Please choose
levels-close-words = { $n ->
    [one] 1 entry
   *[other] { $n } entries
} will be: { $level }.
levels-close-warning = Your friends will not see them either. What they were open to is not kept, so opening them again is done one by one.
levels-widen = Widen
levels-widen-lead = Open entries for a group or for you only one by one, so that nobody sees one by surprise.
levels-widen-none = There is nothing to widen.
levels-step-friends-further = { $n ->
    [one] 1 entry for friends
   *[other] { $n } entries for friends
} → friends of friends
levels-step-friends-members = { $n ->
    [one] 1 entry for friends
   *[other] { $n } entries for friends
} → all members
levels-step-further-members = { $n ->
    [one] 1 entry for friends of friends
   *[other] { $n } entries for friends of friends
} → all members
levels-widen-comments = { $n ->
    [one] 1 comment by somebody else
   *[other] { $n } comments by others
} will be seen by more people too.
levels-widen-left-out = { $n ->
    [one] 1 entry
   *[other] { $n } entries
} with comments by others will stay as they are.
levels-widen-rest = and { $n } more
levels-widen-button = Widen them
levels-widen-changed = The number of entries has changed. Please check again.
levels-widen-waits = New posts are being looked at just now, so entries cannot be widened all at once.
levels-aging = Narrow with age
levels-aging-lead = Narrows entries by itself, every day, once they are that old. Stopping it does not widen them again.
levels-aging-when = From when
levels-aging-never = Never
levels-aging-months = { $n ->
    [one] After 1 month
   *[other] After { $n } months
}
levels-aging-to = To
levels-always = For what you write next
levels-always-diary = Diary entries
levels-always-voice = Voices
levels-always-community = Belonging to a community
levels-always-last = Begin with what I chose last
done-narrowed = The entries are narrowed
done-widened = The entries are widened

# Categories of entries.
categories = Categories
categories-mine = Categories of my diary
categories-of = Categories of { $name }'s diary
categories-none = No categories that you can see yet.
categories-none-own = No categories yet.
categories-change = Make and change categories
categories-about = You can have { $n } categories. They do not change who can read an entry.
categories-full = { $n } categories at most. Remove one that you no longer need.
categories-ask = Categories (up to { $n })
categories-many = Three categories at most, with the new one.
category-new = New category (up to 20 characters)
category-open = Show it to readers
category-open-hint = Of one that is not shown, only you see even the name.
category-private = { $name } (only me)
category-row = { $name } ({ $n })
category-row-private = { $name } ({ $n }, only me)
category-empty = Nothing in this category yet.
category-make = New category
category-make-button = Make the category
category-name = Name (up to 20 characters)
category-one = Category “{ $name }”
category-change-button = Change the category
category-remove = Remove this category
category-name-empty = Please give it a name.
category-name-long = A name has 20 characters at most.
category-name-taken = There is a category of that name.
done-category-removed = The category is gone. Its entries stay.
confirm-remove-category = Remove the category “{ $name }”? The entries in it stay.
confirm-remove-category-button = Remove the category
