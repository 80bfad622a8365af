# Voices
voices = Voices
voices-of = { $name }'s voices
voices-all = All voices
voice-say = How is it going?
voice-hint = One line, 150 characters at most.
voice-button = Say it
voice-none = No voices yet.
voice-delete = Delete
voice-empty = Please write a line.
voice-long = A voice has 150 characters at most.
confirm-delete-voice = Delete "{ $body }"? It cannot come back.
confirm-delete-voice-button = Delete this voice
done-voice = Said.
done-voice-deleted = Voice deleted.
