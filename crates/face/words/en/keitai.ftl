# Words of the keypad face alone
keitai-previous = Back
keitai-next = Next
keitai-footprints-short = Prints
keitai-too-long = This does not fit on one page of this phone. Go back with your phone's own key: what you typed is still there. Please send it in shorter pieces.
keitai-edit-piece = Shown in pieces because it is long. Please save before turning the page.
