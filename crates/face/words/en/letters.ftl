# Letters: subjects and bodies of e-mails and text messages.
letter-confirm-email-subject = { $site }: confirm your address
letter-confirm-email-body = { $name } would like to use this address at { $site }.
    If that is you, open this page within 24 hours and press "Confirm this address".

    { $link }

    If it means nothing to you, throw this letter away. Nothing changes.
letter-email-taken-subject = { $site }: this address is in use
letter-email-taken-body = Somebody tried to use this address for another account at { $site }.
    It belongs to an account already, so nothing was changed. If it was not you, there is nothing to do.
letter-email-changed-subject = { $site }: your address was changed
letter-email-changed-body = Dear { $name },

    this address was taken off your account at { $site }, or another took its place.
    If it was not you, please log in at once and check your password and address.

    { $link }
letter-guard-changed-subject = { $site }: what guards your login has changed
letter-guard-changed-body = Dear { $name },

    something that guards your login at { $site } (an authenticator app, a passkey, a PIN) was added or taken off.
    If that was not you, please log in at once and look under "Login and safety".

    { $link }
letter-leaving-subject = { $site }: you are leaving
letter-leaving-body = Dear { $name },

    you have left { $site }. Nobody sees your page any more.
    Until the time is over you can log in and have everything back. If it was not you, please log in at once.

    { $link }
letter-digest-subject = { $site }: news for you
letter-digest-body = Dear { $name },

    { $lines }
    --
    { $site }
    { $link }

    Stop these letters, or choose what is in them:
    { $stop }
letter-digest-entries = New entries of your friends
letter-digest-entry = { $name }: "{ $title }"
