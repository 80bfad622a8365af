# Oneself
my-page = My page
my-profile = Profile
my-profile-edit = Change my profile
profile = Profile
profile-of = { $name }
profile-empty = Nothing written yet.
profile-icon = Picture
profile-icon-hint = Without a picture, we draw two threads for you.
profile-icon-drop = Take the picture off
profile-icon-none-here = This phone cannot send pictures.
profile-field-long = { $most } characters at most, please.
profile-visibility-unknown = Please choose again who can see it.
field-about = About me
field-real_name = Real name
field-birthday = Birthday
field-birth_year = Born in
field-age = Age
field-lives_in = Lives in
field-hometown = From
field-occupation = Work or school
field-interests = Likes
field-last_seen = Last here
last-seen-week = within a week
last-seen-month = within a month
last-seen-before = more than a month ago
field-friends = List of friends
field-introductions = What friends say
field-visibility = Who can see "{ $field }"
birthday-day = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day }
birthday-year = { $year }
birthday-age = { $n ->
    [one] 1 year old
   *[other] { $n } years old
}
birthday-hint = Month and day: 8/3 or 0803
birthday-year-hint = Four digits: 1985. Your age is counted from it too.
birthday-old = “{ $old }”, which you wrote before, could not be read as a date. Like this: 8/3
birthday-unknown = Enter a day that exists, like 8/3.
birthday-year-unknown = Enter four digits, from 1900 to this year.
birthday-today = It is { $name }’s birthday today
birthday-more = { $n ->
    [one] And { $n } more friend has a birthday today
   *[other] And { $n } more friends have a birthday today
}
groups = Groups
groups-lead = Sort your friends into groups of your own, and show things to “only these” or to “friends except these”. Nobody else sees their names or who is in them.
groups-none = No groups yet.
groups-hint = With a group you choose who sees it
groups-way-back = Back to the entry you began
groups-make = Make a group
group-size = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
group-new = New group
group-name = Name of the group
group-reach = Show things to
group-reach-only = Only the people in it
group-reach-all_but = Friends except the people in it
group-left_out = Left out
group-left_out-none = Nobody yet: for now, all your friends can see it.
group-left_out-others = Choose whom to leave out
group-leave_out = Leave out
group-leave_out-note = What you wrote before closes to them too, at once. They are not told.
group-let_in = Show it again
group-create = Make the group
group-rename = Rename
group-members = In the group
group-members-none = Nobody yet.
group-others = Add a friend
group-others-none = No friends left to add.
group-add = Add
group-add-warning = As you add someone, you choose whether they can also read what you shared with this group before.
group-from-now = Only what I write from now on
group-from-always = Earlier entries too
group-remove = Take out
group-delete = End the group
group-name-empty = Please give it a name.
group-name-long = A name has 30 characters at most.
group-many = You can have 20 groups at most.
confirm-delete-group = End the group "{ $name }"? What you shared with it will be for you only.
confirm-delete-group-all_but = End the group “{ $name }”? What you shared with friends except “{ $name }” will be for you only.
confirm-delete-group-button = End the group
privacy = Footprints and privacy
privacy-lead = Nobody is told what you choose here.
privacy-stealth = Tread softly
privacy-stealth-hint = You leave no footprints and see none. What was left before stays as it is.
privacy-named = Be named at round numbers
privacy-named-hint = When you are somebody's visitor number 100, your name stays on their list.
privacy-unlisted = Stay out of the search
privacy-unlisted-hint = You are not found by your nickname or your profile. Your friends see you as before.
privacy-diary-unsearched = Keep my diary out of the search
privacy-diary-unsearched-hint = Even those who may read it cannot find it by its words. You still can.
privacy-suggested = Suggest me to friends of friends
privacy-suggested-hint = only to people with at least two friends or a community in common who chose this too; phone numbers play no part
telling = What you are told of
telling-lead = Choose what you want to hear of, and where.
telling-no-address = To get letters, give your e-mail address first.
telling-own = Comments on your entries
telling-joined = More comments where you commented
telling-liked = Likes of your entries
telling-requests = Friend requests
telling-accepted = Somebody accepts yours
telling-thanked = Thanks for a footprint
telling-topics = Comments on my topics
telling-places = A community lets me in, or becomes mine
telling-meetings = An introduction is shown, or a meeting agreed
telling-friends = New entries of friends
telling-birthdays = Birthdays of friends
telling-phone = Home, e-mail and my phones
telling-letter = Home and e-mail
telling-home = Home only
telling-nowhere = Don't tell me
telling-from = “{ $topic }”: from whom
telling-from-anybody = Anybody
telling-from-group = Only “{ $name }”
telling-from-all_but = Only friends except “{ $name }”
telling-from-hint = With a group chosen you are told of nobody else (their entries and birthdays are only left out of the letters). It follows the group; when the group ends, you are told of nobody. Nobody learns of it.
telling-pace = How often by e-mail
telling-never = Never
telling-daily = Once a day, all together
telling-soon = As it happens
telling-hour = Time of the daily letter
telling-at = About { $hour }:00
telling-always = Letters as it happens come once an hour at most, and not at night. New entries and birthdays of friends are in the daily letter alone. What waits for your answer, and news about the safety of your account, always reaches you.
bells = Tell my phones
bells-why = A phone switched on here rings for what reaches “my phones” above, and shows “something new for you” and nothing else. It keeps quiet at night, and rings less and less until you have looked. What cannot be chosen above, such as the safety of your account, always reaches it.
bell-switch-on = Tell this phone
bell-denied = This phone does not allow it. Allow notifications for this site in its settings, then press again.
bell-failed = It did not work on this phone. Please try again a little later.
bell-refused = This phone’s way of notifying is not known here, so it stays quiet.
bell-too-many = You have as many phones as can be told. Switch one off first.
bells-cannot = This browser cannot be told by itself. Letters by e-mail can.
bells-home-screen = On an iPhone, first add this page to the home screen (share, then “Add to Home Screen”), open it from there and come back here. Letters by e-mail work without it.
bells-not-here = Switch it on in the browser of a smartphone. To this phone, letters by e-mail will come.
bells-mail = Letters by e-mail
bell-line = { $device }, switched on { $when }
bell-line-here = { $device }, this phone, switched on { $when }
bell-switch-off = Tell it no more
bell-rings = Something new for you
done-bell = This phone will be told.
done-bell-off = That phone will be told no more.
letters-stop = Stop these letters
letters-stop-words = Letters to { $name } about what is new will stop. Home stays as it is.
letters-stop-button = Stop the letters
done-letters-stopped = The letters are stopped.
preview = My page through other eyes
preview-as = As seen by
preview-button = Look
preview-note = This is your page as seen by { $whom }.
preview-stranger = somebody without a tie
preview-friend_of_friend = a friend of a friend
preview-friend = a friend
preview-group = somebody in your group “{ $name }”
preview-group-all_but = somebody in your group “{ $name }” (left out)
preview-member = { $name }
preview-as-them = My page as this person sees it
preview-shows-friends = They can see your friends, too.
preview-shows-introductions = They can read introductions of you, too.
preview-somebody = Somebody
blocks = Blocked people
blocks-none = You have blocked nobody.
block-undo = Unblock
settings = Settings
settings-language = Language
settings-face = Display

# Photographs on one’s page.
page-photos = Photos on your page
page-photos-count = Photos ({ $n })
page-photos-lead = Up to three photos on your page. You choose for each one who may see it.
page-photos-full = Three photos at most. To add another, take one off first.
page-photo = Change a photo
page-photo-add = Add the photo
page-photo-file = Choose a photo
page-photo-none-sent = Please choose a photo.
page-photo-change = Change words and audience
page-photo-remove = Take this photo off
page-photos-of = Photos of { $name }
done-photo-added = Your photo is on your page
done-photo-removed = The photo is off your page
