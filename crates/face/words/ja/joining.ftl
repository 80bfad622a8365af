# 招待・承認・書きすぎの歯止め
invitations = 招待
invitations-mine = 友人を招待する
invitations-lead = 知っている人を、ここに招けます。招待は1通につきひとり、一度だけ使えます。
invitations-left = あと{ $n }通つくれます。
invitations-none = まだ招待をつくっていません。
invitations-closed = ただいま新しい登録を受け付けていないため、招待はつくれません。
invitation-new = 新しい招待
invitation-message = ひとこと（なくてもかまいません）
invitation-message-hint = 招かれた人が、登録の前に読みます。200文字まで。
invitation-tie = この人と友人になりたい
invitation-tie-hint = 相手も望んだときだけ、登録と同時に友人になります。
invitation-make = 招待をつくる
invitation-long = ひとことは200文字までです。
invitation-many = いま使える招待がいっぱいです。使われるのを待つか、どれかを取り消してください。
invitation-code = 招待コード
invitation-code-hint = 登録の画面に、この8文字を入れてもらってください。大文字・小文字や間のあきは気にしなくてかまいません。
invitation-link = 招待のリンク
invitation-link-hint = メールなどで、このアドレスを送ってください。
invitation-qr = 招待のQRコード
invitation-qr-hint = 相手の電話のカメラで読み取ってもらえます。
invitation-until = { $when }まで使えます
invitation-open = まだ使われていません
invitation-used = 使われました
invitation-used-by = { $name }さんが使いました
invitation-expired = 期限が切れました
invitation-cancelled = 取り消しました
invitation-made = { $when }につくりました
invitation-cancel = この招待を取り消す
invitation-only-once = コードとリンクは、招きたい人だけに伝えてください。
done-invited = 招待をつくりました。
done-invitation-cancelled = 招待を取り消しました。

# 登録の入口
signup-invite = 招待コード
signup-invite-optional = 招待コード（お持ちの方）
signup-invite-hint = 招待した人から届いた8文字です。
signup-invite-needed = 登録には、メンバーからの招待が必要です。招待コードを入力してください。
signup-invite-only = いまは、招待された方だけが登録できます。
signup-invite-bad = この招待は使えません。使われたあとか、期限切れか、打ちまちがいかもしれません。招待した人にお確かめください。
signup-invite-gone = 招待が使えなくなりました。別の招待コードを入力してください。
signup-offer = { $name }さんからの招待です
signup-offer-tie = { $name }さんと友人になる
signup-offer-tie-hint = いつでも外せます。
signup-approval-note = 登録のあと、運営の確認があります。確認がすむと、SMSでお知らせします。
signup-waiting = 確認をお待ちください
signup-waiting-text = 登録を受け付けました。運営の確認がすむと、ご登録の番号にSMSでお知らせします。それまでは、まだログインできません。
signup-waiting-close = この画面は閉じてかまいません。
sms-approved = { $site }への登録が認められました。ログインしてお使いください。

# はじめての人へ
newcomer-inviter = あなたを招いた人
newcomer-friends = { $name }さんの友人
newcomer-find = 名前で人を探す

# 書きすぎの歯止め
limit-seconds = 続けてのご利用が多いため、少しお待ちください（あと{ $n }秒）。
limit-minutes = 続けてのご利用が多いため、しばらくお待ちください（あと{ $n }分ほど）。
limit-hours = きょうの回数に達しました。{ $n }時間ほどしてから、もう一度お試しください。
photo-full = 写真の置き場所がいっぱいです。前の写真を消してからお試しください。
