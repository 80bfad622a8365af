# Changing the phone number, and taking it back
number = Phone number
number-now = Your number now ends in { $last }
number-new = New number
number-button = Send a code to the new number
number-how = A code goes to the new number. Once it is changed, other phones are logged out, and your old number and e-mail are told.
number-empty = Please enter the new number.
number-same = This is your number already.
number-wait = That was a few times in a row. Please wait { $seconds } seconds.
number-proven = The new number is yours. Last, please enter the digits from your authenticator app.
number-second-hint = 6 digits from the app, or a recovery code
number-second-wrong = These digits are not right. Please try again when the app shows new ones.
number-code-button = Change to this number
number-taken = This number cannot be used. Please try another.
number-over = That took too long. Please begin again.
number-changed = Was it not you who changed the number? Then you can take it back until { $until }.
number-missing = The number behind your account is no longer yours. Please add your new one.
red-number-changed = Your phone number was changed (can be undone until { $until })
red-number-missing = Please add your new phone number
done-number = Your phone number is changed.
event-number-changed = Phone number changed
event-number-back = Phone number taken back
undo = Take back my phone number
undo-why = For when your phone number was changed and it was not you. Your old number comes back, every phone is logged out, and you choose a new password.
undo-key = Digits from the text (12)
undo-key-hint = In the text we sent to your old number
undo-proof = Your password before the change
undo-proof-hint = If you do not remember it but have both our text and our letter: open the link in the letter, and enter the digits from the text here.
undo-button = Take it back
undo-key-wrong = These digits take nothing back. Please check the text once more; the time may be over.
undo-proof-wrong = This is not right. Please enter the password you had before the number was changed.
undo-wait = That was a few times in a row. Please wait { $seconds } seconds.
done-number-back = Your old number is back and your password is changed. Please log in with the new one.

claim = This number has an account
claim-held = An account here already has this number. If it is yours, please log in.
claim-how = If the number came to you lately, press the button below. We ask the earlier account for { $days } days; if nobody answers, you can sign up with this number.
claim-button = This number is newly mine
claim-waits = The earlier account has been asked. If nobody answers by { $until }, you can sign up with this number: please begin signing up again then. You may close this page.
claim-kept = The earlier account answered that it still has this number. This claim is over.
claim-no-more = No more claims for this number are taken for a while.
claim-keep = I still have it
claim-keep-not = If you no longer have it, please change to your new number.
claim-alone = If it is taken off, this number and your password still let you in: from the login page by "Forgot your password?" and "Log in with a former number". An e-mail address or a passkey makes it safer.
claim-alone-way = Add another way in
red-claim-alone = Somebody says your phone number is theirs now. If you do not answer by { $until }, it is taken off your account. Please add another way in.
login-former = Log in with a former number
login-former-number = The number you had
login-former-hint = When your number passed to somebody else and was taken off your account, the password you had still lets you in.
red-claim = Somebody says your phone number is theirs now. If you do not answer by { $until }, it is taken off your account.
done-number-kept = Your number stays. Thank you for answering.
event-number-claimed = Somebody said your number is theirs now
event-number-kept = You still have your number
event-number-released = Phone number taken off your account

# The texts
sms-number-code = { $site } code to change your number: { $code } (valid 10 min). Do not share it.
sms-number-registered = Someone tried to change their number at { $site } to this one, which already has an account. If it was not you, ignore this.
sms-number-banned = This number cannot be used at { $site }. If you did not ask, ignore this.
sms-number-changed = Your { $site } account was moved from this number to another. Not you? Within { $hours } hours open { $link } and enter { $code } to undo.
sms-number-back = Your { $site } account is back on this number.

# The letters
letter-number-changed-subject = { $site }: your phone number was changed
letter-number-changed-body = Dear { $name },

    the phone number behind your account at { $site } was changed. If that was you, there is nothing to do.
    If not, please open this page at once and take it back.

    { $link }
letter-number-back-subject = { $site }: your old phone number is back
letter-number-back-body = Dear { $name },

    your account at { $site } has the phone number it had before. Every phone was logged out, and passkeys, an
    authenticator app and an e-mail address that were added after the change were taken off.
    Please log in with your new password and look under "Login and safety".

    { $link }
letter-number-claimed-subject = { $site }: do you still have your phone number?
letter-number-claimed-body = Dear { $name },

    somebody says that the phone number behind your account at { $site } is theirs now.
    If you still have it, please log in within { $days } days and press "I still have it" on your home page. Otherwise it is
    taken off your account, which you can still open by e-mail or a passkey.

    { $link }
letter-number-released-subject = { $site }: your phone number was taken off
letter-number-released-body = Dear { $name },

    nobody answered, so the phone number was taken off your account at { $site }. Your diary and your friends are as
    they were. Please log in by e-mail or whatever else opens your account, and add your new number.

    { $link }
