# Communities
as-named = { $name }
community = About this community
communities = Communities
communities-short = Communities
communities-mine = My communities
communities-none = You have not joined any yet. Have a look around.
communities-of-friends = Communities of my friends
communities-newest = New communities
communities-search = Look for a community
communities-q = The name begins with
communities-found = Communities called “{ $name }…”
communities-none-found = Nothing found.
communities-of = Communities of { $name }
communities-shared = Communities you share
communities-others = Other communities
communities-none-shown = There are none you can see.
communities-own-hint = These are all you belong to. Who is shown that you do, you choose on the page of each.
community-members = { $n ->
    [one] { $n } member
   *[other] { $n } members
}
community-friends = { $n ->
    [one] { $n } friend
   *[other] { $n } friends
}
community-new = Found a community
community-new-lead = You will be its owner. Its name and its rules can be changed later.
community-found-button = Found it
community-edit = Settings of the community
community-change-button = Save
community-name = Name of the community
community-about = What is it about?
community-joins = How to join
community-joins-freely = Anybody can join
community-joins-after_yes = The owner says yes to each new member
community-reads = Who reads the topics
community-reads-everybody = Everybody here can read the topics
community-reads-insiders = Only its members can read the topics
community-shown-to = Show that I belong to
community-shown-all = Everybody here
community-shown-nobody = Nobody
community-shown-button = Change who is shown
community-shown-hint = Members of the community always see each other. What you write there bears your name.
community-owner = Owner
community-founded = Founded: { $when }
community-join = Join
community-ask = Ask to join
community-asked = You have asked to join, and wait for the owner.
community-withdraw = Ask no more
community-leave = Leave the community
community-end = End the community
community-back = Back to the community
community-asking = { $n ->
    [one] { $n } person asks to join
   *[other] { $n } people ask to join
}
community-members-of = Members of “{ $name }”
community-members-none = There are none you can see.
community-members-hint = Whoever does not show that they belong is not listed here.
community-requests-of = Who asks to join “{ $name }”
community-requests-none = Nobody asks.
community-requests-more = And { $n } more.
community-let-in = Let in
community-turn-away = Turn away
community-hand-over = Hand it over
community-hand-over-lead = An owner cannot leave. Hand the community over to a member who will take it.
community-hand-over-of = Hand over “{ $name }”
community-hand-over-whom = Whom do you ask?
community-hand-over-none = There is no member you could ask yet.
community-offered = You have asked { $name } to take it over, and wait for the answer.
community-offers = { $name } asks you to take over this community.
community-keep = Keep it after all
community-take = Take it over
community-take-not = No, thanks
community-name-empty = Type a name.
community-name-long = A name has at most 40 characters.
community-about-long = At most 2000 characters.
community-too-many = You can own 20 communities and belong to 100.
community-join-crowded = Many are waiting for an answer already. Try again in a while.
community-was-closed = There are topics written for members alone, so they cannot be opened to everyone now.
topic-full = This topic has reached 1,000 comments. Go on in a new one.
community-join-many = You can belong to 100 communities. Leave one to join another.
community-waits = You can write in communities once an operator has looked at your first entry or voice.
topics = Topics
topics-of = Topics of “{ $name }”
topics-all = See all topics
topics-none = No topics yet.
topics-closed = Only members can read the topics.
topic-new = Begin a topic
topic-new-in = Begin a topic in “{ $name }”
topic-title = Title
topic-body = Words
topic-begin-button = Begin it
topic-remove = Remove this topic
topic-read-by-everybody = Everybody here can read what you write.
topic-read-by-insiders = Only members of the community can read what you write.
topic-outside = Only members of the community can comment.
topic-title-empty = Type a title.
topic-title-long = A title has at most 60 characters.
topic-body-empty = Type some words.
topic-body-long = At most 5000 characters.
home-topics = New in your communities
home-topics-short = New in communities
profile-communities = Communities ({ $n })
profile-communities-shared = Communities ({ $n }, { $shared } shared)
tie-short-fellow = same community
confirm-leave-community = Leave “{ $name }”? What you wrote stays: take away first what should go.
confirm-leave-community-button = Leave
confirm-end-community = End “{ $name }”? All its topics and comments go with it.
confirm-end-community-button = End it
confirm-hand-over = Ask { $name } to take it over? Once they say yes, they are the owner.
confirm-hand-over-button = Ask
confirm-remove-topic = Remove “{ $title }”? All comments go with it.
confirm-remove-topic-gap = Remove this topic? All comments go with it.
confirm-remove-topic-words = Remove title and words of “{ $title }”? Whatever others said stays.
confirm-remove-topic-button = Remove
done-community-founded = The community is there.
done-community-joined = You have joined.
done-community-asked = You have asked to join.
done-community-left = You have left the community.
done-community-ended = The community is gone.
done-community-let-in = Let in.
done-community-turned-away = Turned away.
done-community-offered = Asked.
done-community-kept = You keep it.
done-community-taken = You are the owner now.
done-community-not-taken = You said no.
done-topic = The topic is there.
done-topic-removed = The topic is gone.
notice-join-asked = { $n ->
    [one] { $n } person asks to join “{ $name }”
   *[other] { $n } people ask to join “{ $name }”
}
notice-place-offered = { $name } asks you to take over “{ $place }”
notice-passed-on = “{ $name }” is yours to look after now: its owner has left
notice-let-in = You are in: “{ $name }”
notice-own-topic = New comments on your topic “{ $title }”
