# Letters: subjects and bodies of e-mails and text messages.
letter-confirm-email-subject = { $site }：アドレスの確認
letter-confirm-email-body = { $name }さんが、{ $site }でこのアドレスを登録しようとしています。
    ご本人なら、24時間以内に次のページを開いて「このアドレスを登録する」を押してください。

    { $link }

    お心当たりがなければ、このメールは捨ててください。何も変わりません。
letter-email-taken-subject = { $site }：このアドレスは登録ずみです
letter-email-taken-body = { $site }で、このアドレスをもうひとつのアカウントに登録しようとした人がいます。
    このアドレスはすでに登録されているため、何も変えていません。お心当たりがなければ、そのままでだいじょうぶです。
letter-email-changed-subject = { $site }：アドレスが変わりました
letter-email-changed-body = { $name }さん

    { $site }に登録していたこのアドレスが、外されたか、別のものに変わりました。
    お心当たりがなければ、すぐにログインして、パスワードとアドレスをお確かめください。

    { $link }
letter-guard-changed-subject = { $site }：ログインの守りが変わりました
letter-guard-changed-body = { $name }さん

    { $site }のログインを守るもの（認証アプリ、パスキー、暗証番号）が、加えられたか、外されました。
    お心当たりがなければ、すぐにログインして、「ログインと安全」をお確かめください。

    { $link }
letter-leaving-subject = { $site }：退会の手続きをしました
letter-leaving-body = { $name }さん

    { $site }の退会の手続きをしました。ページはもう、だれからも見えません。
    期限のうちにログインすれば、もとどおりに戻れます。お心当たりがなければ、すぐにログインしてください。

    { $link }
letter-digest-subject = { $site }：新しいお知らせがあります
letter-digest-body = { $name }さん

    { $lines }
    ――
    { $site }
    { $link }

    このメールを止める・受けとり方を変える
    { $stop }
letter-digest-entries = 友人の新しい日記
letter-digest-entry = { $name }「{ $title }」
