# The desk: who comes in
desk-joining = Joining
desk-acts = What was done
desk-mode = How people join
mode-open = Anyone
mode-invite = By invitation
mode-approval = Anyone, after a yes from here
mode-closed = Nobody
mode-hint-open = Whoever confirms a number is in.
mode-hint-invite = Whoever a member has invited.
mode-hint-approval = Whoever confirms a number waits until an operator says yes.
mode-hint-closed = Nobody new. Closing also ends every open invitation.
desk-mode-set = Take people in like this
desk-mode-unknown = Please choose one of the four.
desk-waiting = Waiting for a yes
desk-waiting-n = { $n ->
    [0] Nobody is waiting.
    [one] One person is waiting.
   *[other] { $n } people are waiting.
}
desk-waiting-hint = The longest wait first. Tick several and answer them with one code.
desk-waits-since = waits since { $when }
desk-through = invited by { $name }
desk-through-nobody = came without an invitation
desk-pick = Choose { $name }
desk-pick-none = Please tick somebody first.
desk-approve = Let them in
desk-decline = Send them away
desk-decline-lead = If you send them away, nothing of them is kept. Why stands in the log.
desk-reason = Why, if you send them away
desk-reason-needed = Please choose why.
desk-keep-out = Keep their numbers out for a year as well
reason-spam = Advertising
reason-harassment = Hurting others
reason-impersonation = Posing as somebody else
reason-fraud = Fraud
reason-underage = Too young
reason-branch = Came in with others who were kept out
reason-other = Something else
desk-kept-out = Kept out
desk-kept-out-none = Nobody is kept out.
desk-kept-out-lead = Nobody sees what is theirs. Let them in again, and it all is as it was.
desk-suspended-since = since { $when }: { $reason }
desk-banned-until = Number kept out until { $when }
desk-not-banned = Their number is not kept out.
desk-readmit = Let them in again
desk-nameless = Numbers whose accounts are gone
desk-nameless-lead = Numbers are never shown, here neither. They may come again when their time is up.
desk-newest = Who came last
desk-find = Find somebody
desk-find-hint = The address of their page, or the id at its end.
desk-find-button = Show
desk-find-nobody = There is nobody at that address.
desk-joined = since { $when }
state-active = a member
state-in-grace = leaving
state-suspended = kept out
state-waiting = waiting for a yes
state-left = has left
desk-gone = Somebody who has left
desk-branch = Branch
desk-above = Came through
desk-above-none = Came without an invitation.
desk-below = Brought in
desk-below-none = Nobody yet.
desk-below-n = { $n ->
    [one] One person in all.
   *[other] { $n } people in all.
}
desk-below-first = Only the first { $n } are shown.
desk-depth-n = { $n ->
    [one] one invitation away
   *[other] { $n } invitations away
}
desk-height-n = { $n ->
    [one] one invitation before
   *[other] { $n } invitations before
}
desk-open-invitations = { $n ->
    [0] No invitation of theirs is open.
    [one] One invitation of theirs is open.
   *[other] { $n } invitations of theirs are open.
}
desk-revoke = Revoke this branch
desk-revoke-lead = Every open invitation of this person, and of everybody who came through them, ends. Friends stay friends.
desk-within = Also keep out
desk-within-0 = Nobody
desk-within-n = { $n ->
    [one] Whoever of them joined since yesterday
   *[other] Whoever of them joined in the last { $n } days
}
desk-within-unknown = Please choose one of the list.
desk-revoke-button = Revoke
desk-code-again = A fresh code from your app
desk-code-again-hint = Asked for each time something changes. A recovery code will do as well.
desk-acts-lead = Each line is bound to the one before it. Nobody can change one, operators neither.
desk-acts-none = Nothing yet.
act-signup-mode = How people join
act-country-stopped = Codes to a country stopped
act-country-opened = Codes to a country go again
act-messages-stopped = All text messages
act-prefix-released = Neighbouring numbers released
act-profiles-edited = Handset profiles edited
act-approved = Let in
act-declined = Sent away
act-readmitted = Let in again
act-branch-revoked = Branch revoked
act-state-open = open
act-state-invite = by invitation
act-state-approval = after a yes
act-state-closed = closed
act-state-stopped = stopped
act-state-held = held
act-state-waiting = waiting
act-state-member = a member
act-state-kept-out = kept out
desk-act-by = { $name }, from { $client }
desk-act-former = a former operator
done-already = Somebody had done that already.
done-revoked = Done. What was ended stands in the log.
desk-panic = Emergency
desk-panic-lead = Only what you move changes, from the next request on. One code does for all of it.
desk-panic-now = How things stand
desk-hold = Hold first posts of newcomers
desk-hold-hint = The first entry or voice of somebody who just joined is seen by themselves alone until you have looked at it. They can comment after that.
desk-messages = Stop all text messages
desk-messages-hint = Nobody new can join then.
desk-stop-countries = Send no codes to
desk-panic-branch = Revoke the branch of
desk-panic-branch-hint = The address of the page of whom it begins with, or the id at its end. Leave it empty to revoke none.
desk-panic-button = Set it like this
desk-panic-moved-none = Nothing was moved.
desk-held = Held
desk-held-title = Posts that wait to be looked at
desk-held-on = First posts of newcomers are held.
desk-held-off = New posts are not held. Those from before wait here until you have looked at them.
desk-held-n = { $n ->
    [0] Nothing is waiting.
    [one] One post is waiting.
   *[other] { $n } posts are waiting.
}
desk-held-hint = Tick some and answer them with one code. Whoever was let through once never waits again.
desk-held-photo = Photograph { $n }
desk-held-wants = to be seen by: { $level }
desk-held-voice = Voice
desk-let = Let through
desk-let-all = Let all of them through
desk-remove = Remove
desk-remove-lead = Nothing of a removed post is kept. Why stands in the log.
desk-remove-reason = Why, if you remove them
desk-pick-post = Choose
desk-post-none = Please tick a post first.
act-first-posts = First posts of newcomers
act-post-let = Post let through
act-post-removed = Post removed
