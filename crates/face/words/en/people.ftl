# People
friends = Friends
friends-of = Friends of { $name }
friends-mine = My friends
friends-none = No friends yet.
friends-none-shown = No friends that you can see.
friends-common-count = Friends in common ({ $n })
friends-common-with = Friends in common with { $name }
friends-common-lead = Those of them who let you see their friends.
friends-common-back = To the page of { $name }
friends-find = Find someone by name
friend-ask = Ask to be friends
friend-ask-title = Ask { $name } to be friends
friend-ask-ready = Choose a few words
friend-ask-ready-none = I will write my own
friend-ask-ready-diary = Hello! I read your diary and would like to be friends.
friend-ask-ready-circle = I saw you among my friends’ friends. Shall we be friends here?
friend-ask-ready-again = It has been a while! I would be glad to be friends here too.
friend-ask-message = Message
friend-ask-message-needed = You have no tie yet, so please say hello.
friend-ask-message-optional = You can add a few words.
friend-ask-button = Send the request
friend-ask-message-missing = Please write a message.
friend-ask-message-long = A message has 500 characters at most.
friend-ask-full = No room for another friend (1,000 at most).
friend-accept = Become friends
friend-decline = Let it go
friend-withdraw = Take the request back
friend-waiting = Waiting for an answer
friend-part = End the friendship
friend-block = Block
requests = Friend requests
requests-received = To you
requests-sent = From you
requests-received-none = Nobody is asking just now.
requests-sent-none = You are not asking anybody just now.
red-requests = { $n ->
    [one] { $n } friend request
   *[other] { $n } friend requests
}
notifications = Notices
notifications-none = Nothing new.
notice-own = New comments on "{ $title }"
notice-liked = Somebody liked "{ $title }"
notice-own-many = { $n ->
    [one] { $n } new comment
   *[other] { $n } new comments
} on "{ $title }"
notice-joined-many = { $n ->
    [one] { $n } new comment
   *[other] { $n } new comments
} on { $name }'s "{ $title }"
notice-joined = New comments on { $name }'s "{ $title }"
notice-opens = "{ $title }" by { $name }, where you commented, opens to all members within { $n ->
    [one] the hour
   *[other] { $n } hours
}
notice-opens-unread = An entry you commented on opens to all members soon. You can still delete your comment
notice-accepted = You and { $name } are friends now
footprints = Footprints
footprints-total = Footprints so far: { $n }
footprints-none = No footprints yet. Visit a friend, and yours will be there too.
footprint-row = { $name } came by
footprint-visits = { $n ->
    [one] once
   *[other] { $n } times
}
footprint-thank = Say thanks
footprint-often = came on { $n } of the last 14 days
footprints-stealth = While you tread softly, you leave no footprints and see none.
footprints-left = Footprints I left
footprints-left-none = You have left no footprints lately.
footprints-left-hint = For { $minutes } minutes you can take a footprint back freely; after that { $most } times a month ({ $n } left). It goes from the other person's list too.
footprint-take-back = Take it back
footprint-spent = You have taken back all you can this month. In a month there will be more.
milestones = Round numbers
milestone = Visitor number { $n }
milestone-named = Visitor number { $n } was { $name }
notice-thanked = { $name } thanks you for coming by
search = Search
search-q = Look for
search-in = Where
search-in-names = Nicknames
search-in-fields = Profiles
search-in-diaries = Diaries
search-in-notes = My notes
search-button = Find
search-found = Found
search-none = Nothing found.
search-not-yet = Nothing among the newer ones. You can look further back.
search-further = Look further back
search-left-out = That was long, so we looked without “{ $words }”.
confirm-part = End your friendship with { $name }? We will not tell them.
confirm-part-button = End the friendship
confirm-block = Block { $name }? You will no longer see each other, and a friendship between you ends. We will not tell them.
confirm-block-button = Block

# What one marks somebody with, for one's own eyes.
aside = Just for me
aside-lead = Nobody is told what you choose here, neither they nor anyone else.
aside-favourite = Keep as a favourite
aside-favourite-hint = they stand on your page of favourites, with what they wrote last
aside-diary = New diary entries
aside-voice = New voices
aside-shown = Always show
aside-week = Mute for a week
aside-month = Mute for 30 days
aside-for-good = Mute for good
aside-until = Muted until { $when }
aside-still = Muted for good
aside-many = You can mute { $n } at a time.
aside-open = Favourite or mute
aside-change = Change
favourites = Favourites
favourites-lead = Only you see this.
favourites-none = Nobody yet. “Favourite or mute” on a person’s page puts them here.
favourites-newest = “{ $title }”
favourites-many = You can keep { $n } favourites. Let somebody go first.
favourites-resting = Muted for now

# People one may know.
suggestions = People you may know
suggestions-lead = You have at least two friends in common or share a community, and you both chose to be suggested.
suggestions-fellow = In a community with you
suggestions-none = Nobody for now.
suggestions-off = You have suggestions switched off. Switch them on under “Footprints and privacy”, and people with at least two friends or a community in common are suggested to each other.
suggestions-via = Friends in common: { $names }
suggestions-via-more = Friends in common: { $names } and { $more } more

# The code one is found by.
friend-code = My code
friend-code-lead = Show the digits or the QR picture to whoever is with you: it opens your page without a search.
friend-code-make = Make a code
friend-code-renew = Make a new code
friend-code-end = End the code
friend-code-qr = QR picture of my code
friend-code-hint = It works until you make a new one or end it; the old one stops working then.
friend-code-find = Find by code
friend-code-find-lead = Type the ten digits of the person you would like to be friends with.
friend-code-find-button = Open their page
friend-code-digits = Code
friend-code-digits-hint = ten digits, with or without spaces and hyphens
friend-code-unknown = Nobody is found by this code. Please check it again.
done-code = Your code is ready
done-code-ended = Your code is gone

# Two friends could meet.
meetings = Friends who would have you meet
meetings-lead = A friend thinks you would get on with somebody. Neither of you learns who the other is until both have said yes; that you did not answer, or said no, is never told.
meetings-none = Nothing for now.
meeting-yes = Yes, let us meet
meeting-no = Not this time
meet = Let two friends meet
meet-whom = Which friend should { $name } meet?
meet-nobody = You have no other friends here.
meet-lead = Both are asked whether they would like to meet. No names are told until both say yes, so please write none either.
meet-message = A few words (you may leave this empty)
meet-message-hint = both get the same; up to 300 characters
meet-message-long = The words have 300 characters at most.
meet-many = You can have { $n } such offers at a time.
meet-button = Ask them both
meet-open = Let them meet another friend
notice-meeting-offered = { $name } would like you to meet somebody
notice-met = { $name } would like to meet you too
done-meet-offered = Both have been asked
done-meeting-yes = You said yes. If they do too, we will tell you
done-meeting-no = Not this time, then
done-meeting-over = This offer is over
note = My own note
note-lead = Only you see it. It stays when you are no longer friends, and goes when either of you leaves.
note-real-name = Real name
note-memo = Memo
note-write = Write a note
note-too-many = You can keep notes about 1000 people at most.
