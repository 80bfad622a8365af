# The operators' desk: handsets
desk-devices = Handsets
desk-devices-lead = Handsets of the last { $days } days. Nothing here says whose they are.
desk-devices-none = Nothing counted yet. The first figures come within a minute.
desk-devices-unknown = Not in the tables
desk-devices-unknown-lead = What they call themselves, without their serial numbers. Press one to see what was made of it.
desk-devices-profiles = By profile
desk-devices-times = { $n ->
    [one] 1 page
   *[other] { $n } pages
}
desk-devices-ask = Look up a handset
desk-devices-agent = Model, profile or User-Agent
desk-devices-agent-hint = For example P903i, kaios-3, DoCoMo/2.0 P903i(c100;TB;W24H12)
desk-devices-look = Look up
desk-devices-models = Models in the tables
desk-devices-files = Edit the profiles
desk-devices-built-in = The profiles inside the program are in use. To change them, put config/devices on the server and name it under [devices] dir.
desk-file-lead = What you save is in force within two seconds. Nothing is restarted.
desk-file-text = The file
desk-file-try = Try it
desk-file-save = Save
desk-file-sound = No faults found.
desk-file-nothing = Saving this would change nothing for anybody.
desk-file-changes = What saving would change
desk-file-faults = This cannot be used as it is. The profiles in force stay.
desk-file-moved = Somebody changed the file while you had it open. Open it again and copy your changes over.
desk-file-unwritable = The file could not be written. Please look at its permissions on the server.
desk-file-edits = Earlier changes
desk-file-undo = Take this change back
desk-file-gone = It was changed again since, so this cannot be taken back.
done-profiles-saved = Saved. In force within two seconds.
done-profiles-undone = Taken back. In force within two seconds.
