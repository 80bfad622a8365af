# The operators' desk
desk = Operators' desk
desk-overview = Overview
desk-login = Sign in at the desk
desk-name = Name
desk-code = Code
desk-code-or-recovery = The six digits your authenticator app shows. Without the app, one of your recovery codes will do.
desk-code-first = The six digits the app shows once it knows this site.
desk-code-wrong = That code does not match. A code works once, so please wait for the next one.
desk-login-wrong = Name, password or code does not match.
desk-setup-title = Setting up
desk-setup = Welcome, { $name }. First, two things to set up
desk-setup-lead = This page works once. A password and a code from your phone, together, open the desk.
desk-setup-first = 1. Tell your authenticator app
desk-setup-scan = Let the app read this picture.
desk-setup-picture = Picture for an authenticator app
desk-setup-type = If it cannot, type these letters into the app.
desk-setup-second = 2. Choose a password
desk-setup-button = Finish and sign in
desk-codes = Recovery codes
desk-codes-lead = For the day your phone is lost. Copy them onto paper and keep it away from the phone. Each works once.
desk-codes-written = I have written them down
desk-codes-left = { $n ->
    [one] One recovery code is left.
   *[other] { $n } recovery codes are left.
}
desk-codes-new = Make new recovery codes
desk-codes-new-lead = The ones you have now will stop working.
desk-members = Members
overview-title = How the site is doing
overview-joined = Joined today
overview-joined-week = { $n } in 7 days
overview-waiting = Waiting for a yes
overview-mode = Newcomers
overview-mode-open = anyone with a number
overview-mode-invite = by invitation
overview-mode-approval = once an operator says yes
overview-mode-closed = nobody new
overview-mode-switched = Newcomers are taken otherwise than the settings say:
overview-country-stopped = Texts to { $country } are stopped.
overview-profile-faults = There are faults in the device profiles. Until they are mended the last good ones stay in force.
overview-about = Enishi { $version }, database { $engine }
overview-first-posts = First posts of newcomers wait until somebody has looked at them.
