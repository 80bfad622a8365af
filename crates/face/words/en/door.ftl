# The door
welcome = Welcome
welcome-text = No real name needed, yet one person, one tie. A small place of people who confirmed a phone number and found each other.
welcome-login = Log in
welcome-signup = New here? Sign up
login = Log in
login-login = Phone number
login-login-hint = the mobile number you signed up with
login-email = E-mail address
login-email-hint = an address you have confirmed
login-by-email = Log in with an e-mail address
login-by-phone = Log in with a phone number
login-password = Password
login-button = Log in
login-no-account = New here? Sign up
login-wrong = That number or address and that password do not match.
login-wait = Too many wrong tries in a row. Please wait { $seconds } seconds.
login-needed = Please log in to go on.
second-step = One more check
second-step-lead = Please type the six digits that your authenticator app shows.
second-step-code = Digits
second-step-button = Check and log in
second-step-lost = Without the app, type one of the 12-digit recovery codes you wrote down.
second-step-back = Start again
second-step-wrong = Those digits do not match. Please try again with new ones ({ $n } tries left).
second-step-over = That took too long, or went wrong too often. Please log in again.
other-phone = Log in by another phone's word
other-phone-lead = If another phone of yours is logged in, it can let this one in, and you need not type your password here.
other-phone-ask = Show me the digits
other-phone-type = Type these digits on the phone that is logged in.
other-phone-where = There: menu, Settings, "Login and safety", "Let another phone in". The digits are good for 10 minutes.
other-phone-in = I said yes there: log in
other-phone-anew = New digits
other-phone-granted = This phone may come in.
other-phone-not-yet = Nobody has said yes so far. Type the digits on the phone that is logged in, and press "Yes, let it in".
other-phone-wait = Please wait { $seconds } seconds before asking for digits again.
other-phone-back = Log in with a password
pin-in = Log in with your PIN
pin-in-lead = Type the PIN you chose on this phone.
pin-field = PIN
pin-in-button = Log in
pin-in-other = Log in with number and password
pin-wrong = That PIN does not match.
pin-over = There is no PIN on this phone any more. Please log in with your number and password.
passkey-in = Log in with a passkey
passkey-wrong = That passkey does not open. Please try again.
logout = Log out
signup = Sign up
signup-step = Sign up ({ $n }/3)
signup-phone = Mobile number
signup-phone-hint = For example 09012345678. Nobody else will see it.
signup-phone-button = Send me a code
signup-phone-why = The number is used only to know that you are one person.
signup-have-account = Have an account? Log in
signup-phone-empty = Please type your phone number.
signup-phone-not-mobile = Please use a mobile number that can receive texts (070, 080, 090).
signup-closed = We are not taking new members just now.
signup-wait = Please wait { $seconds } seconds before asking again.
signup-code = Type the code
signup-code-sent = If that number (ending in { $last }) can receive texts, a code is on its way. It can take a minute.
signup-code-field = Code (digits only)
signup-code-button = Confirm
signup-code-resend = Send another code
signup-code-resend-in = You can ask again in { $seconds } seconds
signup-code-change = Use another number
signup-code-late = Texts are late right now. As soon as they go out again, we will send a code to the number ending in { $last }. You may close this page and come back within 24 hours.
signup-code-listed = We have sent as many texts as we can today. When it is your turn, a code goes to the number ending in { $last }. Type it here when it comes.
signup-code-call = Hear the code by phone
signup-word-needed = Few texts are left for today, so people with an invitation come first. From tomorrow everyone can sign up again.
signup-word-answer = Answer
signup-tomorrow = We are done for today. We open again in about { $hours } { $hours ->
    [one] hour
   *[other] hours
}.
done-called = We will call in a moment. Type the digits you hear.
signup-code-empty = Please type the code.
signup-code-wrong = That code does not match. Please check it ({ $n } { $n ->
    [one] try
   *[other] tries
} left).
signup-code-expired = That code has expired. We can send a new one.
signup-code-dead = That code can no longer be used. We can send a new one.
signup-profile = Name and password
signup-profile-lead = Your number is confirmed. Last, choose what to be called here.
signup-nickname = Nickname
signup-nickname-hint = Up to 20 characters. It need not be your real name, and you can change it.
signup-nickname-empty = Please choose a nickname.
signup-nickname-long = A nickname has 20 characters at most.
signup-password = Password
signup-password-hint = 10 characters or more
signup-password-short = A password needs 10 characters or more.
signup-password-long = That password is too long (128 characters at most).
signup-password-common = Many people use that password. Please choose another.
signup-password-name = That is little more than a name. Please choose another password.
signup-profile-button = Start with this name
signup-over = That took too long. Please start again.

# The texts (the last line fills the code in by itself)
sms-code = { $site } code: { $code } (valid 10 min). Do not share it.
sms-registered = This number already has an account at { $site }. If it is yours, log in. If the number is newly yours, go on with the code { $code } (valid 10 min). If you did not ask, ignore this and share the code with nobody.
sms-banned = Someone tried to join { $site } with this number, which cannot be used here. If it was not you, ignore this.
# What is read out in a call
voice-hello = This is { $site }. Here is your code.
voice-registered = This number already has an account. If the number is newly yours, here is a code.
voice-again = Once more.
voice-end = Do not share this code.
