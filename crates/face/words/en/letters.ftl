# Letters: subjects and bodies of e-mails and text messages.
