# Invitations, waiting for a yes, limits on writing
invitations = Invitations
invitations-mine = Invite a friend
invitations-lead = Invite people you know. Each invitation lets in one person, once.
invitations-left = You can make { $n } more.
invitations-none = You have made no invitations yet.
invitations-closed = We are not taking new members just now, so there is nothing to invite to.
invitation-new = New invitation
invitation-message = A few words (if you like)
invitation-message-hint = They read this before they sign up. Up to 200 characters.
invitation-tie = I would like to be friends
invitation-tie-hint = You become friends as they join, if they say so too.
invitation-make = Make the invitation
invitation-long = Up to 200 characters, please.
invitation-many = You have as many open invitations as one can. Wait until one is used, or cancel one.
invitation-code = Code
invitation-code-hint = They type these 8 letters as they sign up. Capitals and spaces do not matter.
invitation-link = Link
invitation-link-hint = Send them this address.
invitation-qr = QR code of the invitation
invitation-qr-hint = Let the camera of their phone read it.
invitation-until = Good until { $when }
invitation-open = Not used yet
invitation-used = Used
invitation-used-by = Used by { $name }
invitation-expired = Expired
invitation-cancelled = Cancelled
invitation-made = Made { $when }
invitation-cancel = Cancel this invitation
invitation-only-once = Give the code and the link only to the person you mean.
done-invited = Your invitation is ready.
done-invitation-cancelled = The invitation is cancelled.

# The door
signup-invite = Invitation code
signup-invite-optional = Invitation code (if you have one)
signup-invite-hint = The 8 letters you got from whoever invited you.
signup-invite-needed = You need an invitation from a member. Please type its code.
signup-invite-only = Just now only invited people can join.
signup-invite-bad = That invitation cannot be used. It may be used already, out of date or mistyped. Please ask whoever invited you.
signup-invite-gone = That invitation can no longer be used. Please type the code of another one.
signup-offer = { $name } invites you
signup-offer-tie = Become friends with { $name }
signup-offer-tie-hint = You can end it at any time.
signup-approval-note = After you sign up, we look at every request. We will send you a text when you can come in.
signup-waiting = Please wait for our answer
signup-waiting-text = You have signed up. We look at every request, and will send a text to your number when you can come in. Until then you cannot log in.
signup-waiting-close = You can close this page.
sms-approved = You are in: your request to join { $site } was accepted. Log in and say hello.

# For newcomers
newcomer-inviter = Who invited you
newcomer-friends = Friends of { $name }
newcomer-find = Find someone by name

# Limits on writing
limit-seconds = That was a lot at once. Please wait { $n } seconds.
limit-minutes = That was a lot at once. Please wait about { $n } { $n ->
    [one] minute
   *[other] minutes
}.
limit-hours = That is all for today. Please try again in about { $n } { $n ->
    [one] hour
   *[other] hours
}.
photo-full = Your pictures have filled their place. Please take an old one off first.
