# Everywhere
tagline = Every phone. Only the people you are tied to.
home = Home
menu = Menu
back = Back
next-page = Next
previous-page = Back
part-of = { $part }/{ $of }
more = More
top = Top
save = Save
cancel = Cancel
yes-go-back = Go back
kept = What you typed is still here.
changed-elsewhere = This was changed on another screen meanwhile. Please go back and open it again.
check-fields = Please look at the words in red.
san = { $name }
you = You
face-switch = Display
face-touch = Smartphone
face-keitai = Keypad phone
face-auto = As the phone likes
language = Language
language-ja = 日本語
language-en = English
picture-of = Picture of { $name }
photo-number = Photo { $n }
no-photos = No photos
has-photos = With photos
skip-to-content = Skip to content

# Who can see it
seen-by = Who can see it
level-members = All members
level-members-hint = anyone who has joined
level-members-short = All
level-friends_of_friends = Friends of friends
level-friends_of_friends-hint = your friends and theirs
level-friends_of_friends-short = FoF
level-friends = Friends
level-friends-hint = only your friends
level-friends-short = Friends
level-group = A group
level-group-hint = as the group you choose says (they see "some friends")
level-group-short = Group
level-group-none = You have no groups yet
level-group-named = Group: { $name }
level-all_but-named = Friends except “{ $name }”
level-group-listed = “{ $name }”
level-all_but-listed = Not “{ $name }”
level-group-not-here = Groups cannot be made at this door
level-some-friends = Some friends
level-only_me = Only me
level-only_me-hint = nobody else
level-only_me-short = Only me

# Ties
tie-oneself = This is your page
tie-friend = A friend
tie-none = No tie yet
tie-one-step = One step from being a friend of a friend
tie-friend-of-friend = Friend of a friend
tie-via = Friend of a friend ({ $names })
tie-via-more = Friend of a friend ({ $names } and { $more } more)
tie-short-friend = friend
tie-short-none = no tie
tie-short-via = a friend of { $name }
names-joint = {", "}

# Done
done-posted = Your entry is there.
done-edited = Changed.
done-deleted = Deleted.
done-commented = Your comment is there.
done-comment-removed = Comment removed.
done-asked = Your request is on its way.
done-friends = You are friends now.
done-declined = Let go.
done-withdrawn = Request taken back.
done-parted = No longer friends.
done-blocked = Blocked.
done-unblocked = Unblocked.
done-thanked = Your thanks are on their way.
done-taken-back = The footprint is gone.
done-saved = Saved.
done-joined = Welcome. You have joined.
done-resent = A new code is on its way. The old one no longer works.
done-logged-out = You are logged out.

# Leaving the site
outside-title = Leaving { $site }
outside-text = This link leads to another site. { $site } has nothing to do with it.
outside-where = Where it leads
outside-go = Go to that site
outside-open-line = That connection is not encrypted: others may read along on the way.
outside-stay = To stay, go back with your phone or browser.

# Not there, or not working
not-found = Page not found
not-found-text = It may be gone, or not open to you.
trouble = That did not work
trouble-stale = This page was open too long, so we could not take it. Please try once more.
trouble-large = That is too much to send. A photo can be 10 MB at most.
trouble-often = Please wait { $seconds } seconds and try again.
trouble-bad = We could not read what was sent.
trouble-not-here = This door is not encrypted, so that cannot be done here. Please use an encrypted connection, from a smartphone for example.
trouble-unavailable = The site is busy just now. Please try again in a moment.
trouble-fault = We could not show this page. The fault is ours. Please try again in a moment.
