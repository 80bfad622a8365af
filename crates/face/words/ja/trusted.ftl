# 頼れる友人：パスワードを忘れたとき、本人だと確かめてくれる3人
trusted = 頼れる友人
trusted-why = パスワードを忘れたとき、電話番号に加えて、ここで選んだ3人のうち2人に「本人です」と答えてもらえば、新しいパスワードを決められます。メールを使わない方や、認証アプリを使っていない方にも役立ちます。
trusted-who = 電話で話せて、声を聞けばおたがいにわかる友人がおすすめです。だれを選んだかは、選ばれた本人にしかわかりません。
trusted-mine = あなたが選んだ3人
trusted-counts-not = いまは確認をお願いできません
trusted-others = いまは会えない方が{ $n }人います。
trusted-choose-again = 2人以上に確認をお願いできるよう、選びなおしてください。
trusted-choose = 3人を選ぶ
trusted-change = 3人を選びなおす
trusted-off = だれにもお願いしないことにする
trusted-of = あなたを頼りにしている友人
trusted-of-lead = この方たちがパスワードを忘れたとき、本人かどうかの確認があなたに届きます。
trusted-step-back = { $name }さんの確認を引き受けない
trusted-pick = 頼れる友人を選ぶ
trusted-pick-one = 1人目を選んでください。
trusted-pick-two = 2人目を選んでください。
trusted-pick-three = 3人目を選んでください。
trusted-picked = 選んだ友人：{ $names }
trusted-pick-none = 友人が3人になったら選べます。
trusted-pick-no-more = ほかに選べる友人はいません。
trusted-confirm = この3人にお願いしますか
trusted-confirm-lead = 決めると、3人にお知らせが届きます。
trusted-confirm-button = この3人にする
trusted-pick-anew = 選びなおす
trusted-not-three = ちがう3人を選んでください。
trusted-no-friend = 友人でなくなった方がいます。選びなおしてください。
done-trusted = 頼れる友人を決めました。3人にお知らせしました。
done-trusted-off = 頼れる友人を決めないことにしました。
done-trusted-left = これからは、その方の確認は届きません。
notice-trusted-chosen = { $name }さんが、あなたを「頼れる友人」に選びました
event-trusted-chosen = 頼れる友人を決めました
event-trusted-off = 頼れる友人をとりやめました

# 友人に届く確認
vouch = 本人か確かめてください
vouch-lead = { $name }さんの電話番号で、新しいパスワードを決めようとしている人がいます。{ $name }さん本人かどうか、確かめてください。
vouch-voice = まず電話をかけるか会って、声で確かめてください。メールやメッセージだけでは、ほかの人が名乗っているかもしれません。
vouch-how = 本人だったら、画面に出ている2けたの番号を聞いて、同じ番号を押してください。答えられるのは1回だけです。
vouch-number = { $number }
vouch-no = 本人ではない・わからない
vouch-right = ありがとうございました。本人だと答えました。
vouch-wrong = 番号が違ったため、この確認にはもう答えられません。ほかの人が名乗っていたかもしれません。友人本人に知らせてあげてください。
vouch-said-no = 「本人ではない・わからない」と答えました。友人本人の声を聞けるようなら、このことを知らせてあげてください。
vouch-over = この確認は、もう終わっています。
notice-friend-asked = { $name }さんと名乗る人が、本人だと確かめてほしいそうです
notice-friends-refused = あなたの電話番号でパスワードを決めようとした人がいましたが、友人の確認はとれませんでした
event-friends-asked = 頼れる友人に、本人かどうかの確認をお願いしました
event-friend-confirmed = 友人のひとりが、本人だと答えました
event-friend-refused = 友人のひとりが、本人だとは答えませんでした

# 確認をお願いする側
recovery-friends = 頼れる友人に
recovery-friends-lead = 前に選んだ3人のうち2人に、本人だと答えてもらいます。
recovery-friends-ask = 友人に確認をお願いする
recovery-friends-see = 友人の返事を見る
recovery-friends-sign = あなたの番号
recovery-friends-ring = 3人に確認をお願いしました。ひとりずつ電話をかけて、この番号を声で伝えてください。
recovery-friends-so-far = 2人のうち{ $yes }人が答えてくれました。
recovery-friends-look = 返事を確かめる
recovery-friends-keep = 電話のあいだは、この画面をブックマークしておくと、同じ端末で開きなおせます。
recovery-friends-closed = 友人の確認はとれませんでした。この手続きでは、もうお願いできません。
recovery-friends-other = ほかの方法で確認する

# メールの文面
letter-trusted-changed-subject = { $site }：頼れる友人が変わりました
letter-trusted-changed-body = { $name }さん

    { $site }の「頼れる友人」が変わりました。選びなおしたか、とりやめたか、友人が引き受けるのをやめたためです。
    お心当たりがなければ、ログインして、「ログインと安全」の「頼れる友人」をお確かめください。

    { $link }
letter-friends-asked-subject = { $site }：友人に本人確認をお願いしました
letter-friends-asked-body = { $name }さん

    { $site }で、あなたの電話番号を確かめた人が、パスワードを決めなおすために、頼れる友人へ本人確認をお願いしました。
    ご自身の手続きなら、このままでだいじょうぶです。
    お心当たりがなければ、すぐにログインして、赤い字のお知らせから手続きを止めてください。
    電話番号がほかの人に使われているかもしれません。

    { $link }
letter-friends-refused-subject = { $site }：友人の本人確認がとれませんでした
letter-friends-refused-body = { $name }さん

    { $site }で、あなたの電話番号を確かめた人がパスワードを決めようとしましたが、頼れる友人は本人だと答えませんでした。
    ご自身の手続きでなければ、電話番号がほかの人に使われているかもしれません。
    ログインして手続きを止め、電話番号をお確かめください。

    { $link }
