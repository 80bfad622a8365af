# 電話番号を変える、元に戻す
number = 電話番号
number-now = いまの番号：末尾{ $last }
number-new = 新しい番号
number-button = 新しい番号にコードを送る
number-how = 新しい番号に確認コードを送ります。変わると、ほかの端末はログアウトし、前の番号とメールアドレスにお知らせします。
number-empty = 新しい電話番号を入力してください。
number-same = いま登録している番号です。
number-wait = 続けて操作したため、少しお待ちください（あと{ $seconds }秒）。
number-proven = 新しい番号を確認しました。最後に、認証アプリの数字を入れてください。
number-second-hint = 認証アプリの6けたの数字か、復旧コード
number-second-wrong = 数字が違います。アプリに新しい数字が出たら、もう一度お試しください。
number-code-button = この番号に変える
number-taken = この番号は使えません。別の番号をお試しください。
number-over = 時間がたったため、はじめからやりなおしてください。
number-changed = 番号が変わった覚えがなければ、{ $until }まで元に戻せます。
number-missing = 登録していた電話番号は、あなたのものではなくなりました。新しい番号を登録してください。
red-number-changed = 電話番号が変わりました（{ $until }まで戻せます）
red-number-missing = 新しい電話番号を登録してください
done-number = 電話番号を変えました。
event-number-changed = 電話番号を変えました
event-number-back = 電話番号を元に戻しました
undo = 電話番号を元に戻す
undo-why = 自分で電話番号を変えた覚えがないときに使います。前の番号に戻し、すべての端末をログアウトさせて、新しいパスワードにします。
undo-key = お知らせの数字（12けた）
undo-key-hint = 前の番号に届いたSMSにあります
undo-proof = 番号が変わる前のパスワード
undo-proof-hint = 思い出せなければ、SMSとメールの両方が手もとにあるとき、もう一方の数字を入れてもかまいません。メールのリンクを開いて、ここにSMSの数字を入れてください。
undo-button = 元に戻す
undo-key-wrong = この数字では元に戻せません。SMSをもう一度お確かめください。期限が過ぎたのかもしれません。
undo-proof-wrong = パスワードが違います。番号が変わる前のものを入れてください。
undo-wait = 続けて間違えたため、少しお待ちください（あと{ $seconds }秒）。
done-number-back = 電話番号を元に戻し、パスワードを変えました。新しいパスワードでログインしてください。

claim = この番号は登録済みです
claim-held = この番号には、すでに登録があります。ご自分の登録なら、ログインしてください。
claim-how = 最近この番号を持ちはじめた方は、下のボタンを押してください。前からの登録に{ $days }日間お知らせし、返事がなければ、この番号で新しく登録できるようになります。
claim-button = 新しく自分の番号になった
claim-waits = 前からの登録にお知らせしています。{ $until }までに返事がなければ、この番号で登録できます。そのころに、もう一度この番号で新規登録をはじめてください。この画面は閉じてかまいません。
claim-kept = 前からの登録の方から「まだ使っている番号です」と返事があり、手続きは終わりました。
claim-no-more = この番号の手続きは、しばらくお受けできません。
claim-keep = まだ使っています
claim-keep-not = もう使っていないときは、新しい番号に変えてください。
claim-alone = 番号が外れても、「パスワードを忘れた方はこちら」の先の「前の番号でログイン」から、この番号といまのパスワードで入れます。メールアドレスかパスキーも登録しておくと安心です。
claim-alone-way = 番号のほかの入り方も用意する
red-claim-alone = この番号を持ちはじめたという方がいます。{ $until }までに返事がないと、登録から番号が外れます。番号のほかの入り方も用意しておいてください。
login-former = 前の番号でログイン
login-former-number = 前に登録していた番号
login-former-hint = 番号が人の手に渡って登録から外れたとき、そのときのパスワードで入れます。
red-claim = この番号を持ちはじめたという方がいます。{ $until }までに返事がないと、登録から番号が外れます。
done-number-kept = 番号はそのままです。お返事ありがとうございました。
event-number-claimed = 番号を持ちはじめたという方がいました
event-number-kept = 番号をまだ使っていると返事しました
event-number-released = 電話番号が登録から外れました

# SMSの文面
sms-number-code = { $site }で電話番号を変えるための確認コード：{ $code }（10分間有効）。だれにも教えないでください。
sms-number-registered = { $site }で、登録をこの番号に変える操作がありました。この番号はすでに登録済みです。お心当たりがなければ無視してください。
sms-number-banned = { $site }では、この番号をお使いいただけません。お心当たりがなければ無視してください。
sms-number-changed = { $site }の電話番号が、この番号から別の番号に変わりました。ご本人でなければ、{ $hours }時間以内に { $link } を開いて { $code } を入れると元に戻せます。
sms-number-back = { $site }の電話番号が、この番号に戻りました。

# メールの文面
letter-number-changed-subject = { $site }：電話番号が変わりました
letter-number-changed-body = { $name }さん

    { $site }に登録している電話番号が変わりました。ご自身で変えたのなら、そのままでだいじょうぶです。
    お心当たりがなければ、すぐに次のページを開いて、元に戻してください。

    { $link }
letter-number-back-subject = { $site }：電話番号を元に戻しました
letter-number-back-body = { $name }さん

    { $site }の電話番号を、変わる前の番号に戻しました。すべての端末をログアウトさせ、番号が変わったあとに加えられたパスキーや認証アプリ、メールアドレスは外しました。
    新しいパスワードでログインして、「ログインと安全」をお確かめください。

    { $link }
letter-number-claimed-subject = { $site }：電話番号をまだお使いですか
letter-number-claimed-body = { $name }さん

    { $site }に登録している電話番号を、新しく持ちはじめたという方がいます。
    まだお使いなら、{ $days }日以内にログインして、ホームの「まだ使っています」を押してください。返事がないと、登録から番号が外れます。そのあとも、メールアドレスやパスキーではログインできます。

    { $link }
letter-number-released-subject = { $site }：電話番号が登録から外れました
letter-number-released-body = { $name }さん

    返事がなかったため、{ $site }の登録から電話番号が外れました。日記も友人もそのままです。
    メールアドレスなどでログインして、新しい番号を登録してください。

    { $link }
