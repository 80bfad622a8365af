# Trusted friends: three who vouch for a member who has lost the password
trusted = Trusted friends
trusted-why = If you ever lose your password, two of the three friends you choose here can say that it is you. Together with your phone number that lets you choose a new one: good to have if you use neither e-mail nor an authenticator app.
trusted-who = Best are friends you talk to on the phone, who know your voice as you know theirs. Only those you choose learn of it.
trusted-mine = The three you chose
trusted-counts-not = Cannot be asked now
trusted-others = { $n ->
    [one] One of them cannot be met now.
   *[other] { $n } of them cannot be met now.
}
trusted-choose-again = Please choose again, so that at least two can be asked.
trusted-choose = Choose three
trusted-change = Choose three others
trusted-off = Have nobody vouch for me
trusted-of = Friends who count on you
trusted-of-lead = Should one of them lose the password, you are asked whether it is really them.
trusted-step-back = Do not vouch for { $name }
trusted-pick = Choose trusted friends
trusted-pick-one = Please choose the first.
trusted-pick-two = Please choose the second.
trusted-pick-three = Please choose the third.
trusted-picked = Chosen so far: { $names }
trusted-pick-none = You can choose once you have three friends.
trusted-pick-no-more = There is nobody else to choose.
trusted-confirm = Ask these three?
trusted-confirm-lead = They are told that you chose them.
trusted-confirm-button = Choose these three
trusted-pick-anew = Start over
trusted-not-three = Please choose three different friends.
trusted-no-friend = One of them is no longer your friend here. Please choose again.
done-trusted = Your trusted friends are chosen, and all three are told.
done-trusted-off = Nobody vouches for you any more.
done-trusted-left = You will not be asked about them any more.
notice-trusted-chosen = { $name } chose you as a trusted friend
event-trusted-chosen = You chose trusted friends
event-trusted-off = You have no trusted friends any more

# What a friend is asked
vouch = Is it really them?
vouch-lead = Somebody with { $name }'s phone number wants to choose a new password. Please find out whether it is { $name }.
vouch-voice = Talk to them first, on the phone or in person. A text or an e-mail could come from anybody.
vouch-how = If it is your friend, ask for the two digits on their screen and press the same number. You can answer once.
vouch-number = { $number }
vouch-no = Not them, or not sure
vouch-right = Thank you. You said that it is them.
vouch-wrong = That was another number, and you cannot answer again this time. Somebody may be posing as your friend: please let your friend know.
vouch-said-no = You said that it is not them, or that you are not sure. If you can reach your friend, please tell them about this.
vouch-over = This question is settled.
notice-friend-asked = Somebody says they are { $name }, and asks you to make sure
notice-friends-refused = Somebody with your number asked for a new password, and your friends did not recognise them
event-friends-asked = Your trusted friends were asked whether it is you
event-friend-confirmed = A friend said that it is you
event-friend-refused = A friend did not say that it is you

# For whoever asks
recovery-friends = By your trusted friends
recovery-friends-lead = Two of the three friends you chose say that it is you.
recovery-friends-ask = Ask my friends
recovery-friends-see = See what they say
recovery-friends-sign = Your number
recovery-friends-ring = Your friends are being asked. Please call them, one after the other, and tell them this number.
recovery-friends-so-far = { $yes } of 2 have answered so far.
recovery-friends-look = Look again
recovery-friends-keep = Bookmark this page before you call: you can open it again on this phone.
recovery-friends-closed = Your friends could not say that it is you. They cannot be asked again this time.
recovery-friends-other = Prove it another way

# Letters
letter-trusted-changed-subject = { $site }: your trusted friends have changed
letter-trusted-changed-body = Dear { $name },

    your trusted friends at { $site } have changed: you chose others, or nobody, or a friend no longer wants to vouch.
    If that was not you, please log in and look at "Trusted friends" under "Login and safety".

    { $link }
letter-friends-asked-subject = { $site }: your friends are being asked
letter-friends-asked-body = Dear { $name },

    somebody who has proven your phone number at { $site } wants a new password, and your trusted friends are being
    asked whether it is you. If it is, there is nothing to do here.
    If it is not, please log in at once and stop it: the red line on your home page leads there.
    Somebody else may be using your number.

    { $link }
letter-friends-refused-subject = { $site }: your friends did not recognise somebody
letter-friends-refused-body = Dear { $name },

    somebody who has proven your phone number at { $site } wants a new password, and your trusted friends did not say
    that it is you. If it was not, somebody else may be using your number.
    Please log in, stop it, and see whether the number is still yours.

    { $link }
