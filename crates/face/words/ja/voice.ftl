# ひとこと
voices = ひとこと
voices-of = { $name }さんのひとこと
voices-all = ひとことをすべて見る
voice-say = いま、どうしていますか
voice-hint = 150文字まで、改行はできません。
voice-button = ひとことを出す
voice-none = ひとことはまだありません。
voice-delete = 消す
voice-empty = ひとことを入力してください。
voice-long = ひとことは150文字までです。
confirm-delete-voice = 「{ $body }」を消しますか。元には戻せません。
confirm-delete-voice-button = ひとことを消す
done-voice = ひとことを出しました。
done-voice-deleted = ひとことを消しました。
