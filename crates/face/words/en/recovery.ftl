# Coming back to an account whose password is lost.
recovery = A lost password
login-forgot = Forgot your password?
recovery-lead = We send a code by text message to the number you signed up with.
recovery-phone = The number you signed up with
recovery-phone-hint = For example 09012345678
recovery-needs = Beside the number we ask for one thing more: a code sent to your e-mail address, a recovery code of your authenticator app, or the word of two trusted friends.
recovery-back = Back to logging in
recovery-code-sent = A text is on its way to the number you typed (ending in { $last }). It can take a minute.
recovery-code-none = A code comes only to a number that has an account.
recovery-proof = One thing more
recovery-proof-lead = That number is yours. Please prove one of these as well, so that we know it is you.
recovery-mail = By e-mail
recovery-mail-lead = We send a code to the address you confirmed.
recovery-mail-send = Send a code by e-mail
recovery-mail-sent = A code is on its way to the address you confirmed. It is good for 10 minutes.
recovery-mail-again = Send another e-mail
recovery-mail-dead = That code can no longer be used. We can send another e-mail.
recovery-mail-wrong = That code does not match. Please check the one in the e-mail.
recovery-paper = By a recovery code
recovery-paper-lead = One of the 12-digit codes you wrote down when you set up the authenticator app.
recovery-paper-code = Recovery code (12 digits)
recovery-paper-button = Confirm with this code
recovery-paper-wrong = That recovery code does not match. Please check it.
recovery-wait = Too many tries in a row. Please wait { $seconds } seconds.
recovery-over = Too much time has passed, or this was begun anew on another phone. Please start again.
recovery-anew = Start again with the number
recovery-no-way = That number is yours. But this account has no e-mail address, no recovery codes and no trusted friends, and a number alone does not change a password here: numbers pass into other hands.
recovery-no-way-now = If a phone of yours is still logged in, confirm an e-mail address there and you can go on here. Letting this phone in from another, a PIN or a passkey get you in as well.
recovery-password = A new password
recovery-password-lead = Thank you. Please choose a new password. All other phones are signed out, and PINs end.
recovery-password-button = Use this password and log in
recovery-watch = A new password is being asked for
recovery-watch-none = Nobody is asking for a new password now.
recovery-watch-since = Since { $when } somebody who holds your number has been asking for a new password.
recovery-watch-you = If that is you, there is nothing to do here.
recovery-watch-not-you = If it is not you, stop it. Somebody else may be using your number.
recovery-watch-stop = Stop it
done-recovery-stopped = It was stopped.
done-recovered = Welcome back. Your new password counts from now on. Passkeys and the authenticator app are as they were: please check that you know them all.
notice-recovery-begun = Somebody is asking for a new password to your account. If it is not you, stop it
notice-recovered = Your password was changed by way of "Forgot your password?"
event-recovery-begun = Somebody with your number asked for a new password
event-recovery-stopped = You stopped somebody who asked for a new password
event-recovered = A new password was chosen by way of "Forgot your password?"
sms-recovery = { $site } code for a new password: { $code } (valid 10 min). Do not share it.
sms-recovery-nobody = Someone asked for a new password at { $site } with this number, which cannot be used for that. If it was not you, ignore this.
letter-recovery-code-subject = { $site }: your code for a new password
letter-recovery-code-body = Dear { $name },

    this is your code for a new password at { $site }. It is good for 10 minutes.

    { $code }

    Do not share it. If you did not ask for it, please log in at once and look under "Login and safety":
    somebody else may be using your number.
letter-recovered-subject = { $site }: your password has changed
letter-recovered-body = Dear { $name },

    a new password was chosen for your account at { $site } by way of "Forgot your password?".
    Every phone that was logged in has been signed out.
    If that was not you, open this page at once, press "Forgot your password?" and take it back.

    { $link }
