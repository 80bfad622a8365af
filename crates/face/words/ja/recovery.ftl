# Coming back to an account whose password is lost.
recovery = パスワードを忘れたとき
login-forgot = パスワードを忘れた方はこちら
recovery-lead = 登録した携帯電話の番号に、確認コードをSMSでお送りします。
recovery-phone = 登録した携帯電話の番号
recovery-phone-hint = 例：09012345678
recovery-needs = 番号のほかに、もうひとつ確認をお願いします。登録したメールに届くコード、認証アプリの復旧コード、頼れる友人2人の返事のどれかです。
recovery-back = ログインに戻る
recovery-code-sent = 入力した番号（末尾{ $last }）にSMSをお送りしました。届くまで1分ほどかかることがあります。
recovery-code-none = コードが届くのは、登録されている番号だけです。
recovery-proof = もうひとつの確認
recovery-proof-lead = 番号を確認しました。次のどれかひとつで、ご本人であることを確かめさせてください。
recovery-mail = メールで
recovery-mail-lead = 登録してあるメールアドレスに、確認コードをお送りします。
recovery-mail-send = メールでコードを送る
recovery-mail-sent = 登録してあるメールアドレスに、確認コードをお送りしました。10分間使えます。
recovery-mail-again = もう一度メールを送る
recovery-mail-dead = このコードはもう使えません。もう一度メールをお送りできます。
recovery-mail-wrong = コードが違います。メールのコードをもう一度お確かめください。
recovery-paper = 復旧コードで
recovery-paper-lead = 認証アプリを使いはじめたときに控えた、12けたのコードです。
recovery-paper-code = 復旧コード（12けた）
recovery-paper-button = 復旧コードで確認する
recovery-paper-wrong = 復旧コードが違います。もう一度お確かめください。
recovery-wait = 続けて試されたため、少しお待ちください（あと{ $seconds }秒）。
recovery-over = 時間がたったか、別の端末でやりなおされたため、はじめからお願いします。
recovery-anew = 番号からやりなおす
recovery-no-way = 番号は確認できました。ただ、このアカウントには、メールアドレスも復旧コードも、頼れる友人も登録されていません。番号だけではパスワードを変えられない決まりです。番号は人の手に渡ることがあるためです。
recovery-no-way-now = ログインしたままの端末があれば、そこからメールアドレスを登録すると、ここでパスワードを変えられるようになります。別の端末の許可や暗証番号、パスキーでもログインできます。
recovery-password = 新しいパスワード
recovery-password-lead = 確認できました。新しいパスワードを決めてください。ほかの端末はすべてログアウトし、暗証番号は使えなくなります。
recovery-password-button = このパスワードにしてログインする
recovery-watch = パスワードの再設定
recovery-watch-none = いま、再設定の手続きはありません。
recovery-watch-since = { $when }に、あなたの電話番号でパスワードを決めなおす手続きが始まりました。
recovery-watch-you = ご自身の手続きなら、このままでだいじょうぶです。
recovery-watch-not-you = お心当たりがなければ、止めてください。電話番号がほかの人に使われているかもしれません。
recovery-watch-stop = 手続きを止める
done-recovery-stopped = 手続きを止めました。
done-recovered = おかえりなさい。新しいパスワードになりました。パスキーと認証アプリはそのままです。覚えのないものがないか、お確かめください。
notice-recovery-begun = パスワードを決めなおす手続きが始まっています。お心当たりがなければ止めてください
notice-recovered = パスワードを忘れたときの手続きで、パスワードが変わりました
event-recovery-begun = パスワードを決めなおす手続きが始まりました
event-recovery-stopped = パスワードを決めなおす手続きを止めました
event-recovered = 手続きをして、新しいパスワードを決めました
sms-recovery = { $site }のパスワードを決めなおすコード：{ $code }（10分間有効）。だれにも教えないでください。
sms-recovery-nobody = { $site }でパスワードを決めなおす操作がありましたが、この番号では手続きできません。お心当たりがなければ無視してください。
letter-recovery-code-subject = { $site }：パスワードを決めなおすコード
letter-recovery-code-body = { $name }さん

    { $site }のパスワードを決めなおすコードです。10分間使えます。

    { $code }

    だれにも教えないでください。お心当たりがなければ、すぐにログインして、「ログインと安全」をお確かめください。
    電話番号がほかの人に使われているかもしれません。
letter-recovered-subject = { $site }：新しいパスワードになりました
letter-recovered-body = { $name }さん

    { $site }で、パスワードを忘れたときの手続きが終わり、新しいパスワードになりました。
    それまでログインしていた端末は、すべてログアウトしました。
    お心当たりがなければ、すぐに次のページの「パスワードを忘れた方はこちら」から手続きをしてください。

    { $link }
