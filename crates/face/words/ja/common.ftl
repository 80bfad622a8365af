# 共通
tagline = どのケータイからでも、縁のある人とだけ。
home = ホーム
menu = メニュー
back = 戻る
next-page = 次へ
previous-page = 前へ
part-of = { $part }/{ $of }
more = もっと見る
top = 上へ
save = 保存する
cancel = やめる
yes-go-back = 戻る
kept = 入力した内容は残っています。
changed-elsewhere = ほかの画面で先に書きかえられました。戻って開きなおしてください。
check-fields = 赤い文字のところをご確認ください。
san = { $name }さん
you = あなた
face-switch = 表示
face-touch = スマートフォン版
face-keitai = ケータイ版
face-auto = 端末に合わせる
language = 言語
language-ja = 日本語
language-en = English
picture-of = { $name }さんの写真
photo-number = 写真{ $n }
no-photos = 写真なし
has-photos = 写真あり
skip-to-content = 本文へ

# 公開範囲
seen-by = 公開範囲
level-members = メンバー全員
level-members-hint = 登録した人なら読めます
level-members-short = 全員
level-friends_of_friends = 友人の友人まで
level-friends_of_friends-hint = 友人と、その友人が読めます
level-friends_of_friends-short = 友人の友人
level-friends = 友人まで
level-friends-hint = あなたの友人だけ
level-friends-short = 友人
level-group = グループ
level-group-hint = 選んだグループで決めます（相手には「一部の友人」と見えます）
level-group-short = グループ
level-group-none = グループはまだありません
level-group-named = グループ「{ $name }」
level-all_but-named = 「{ $name }」以外の友人
level-group-listed = 「{ $name }」
level-all_but-listed = 除く「{ $name }」
level-group-not-here = グループは、この入り口では作れません
level-some-friends = 一部の友人
level-only_me = 自分だけ
level-only_me-hint = 誰にも見えません
level-only_me-short = 自分だけ

# つながり
tie-oneself = あなたのページです
tie-friend = 友人です
tie-none = まだつながりがありません
tie-one-step = あと一歩で、友人の友人です
tie-friend-of-friend = 友人の友人
tie-via = 友人の友人（{ $names }）
tie-via-more = 友人の友人（{ $names }、ほか{ $more }人の友人）
tie-short-friend = 友人
tie-short-none = つながりなし
tie-short-via = { $name }さんの友人
names-joint = 、

# 終わったこと
done-posted = 日記を書きました。
done-edited = 書きかえました。
done-deleted = 削除しました。
done-commented = コメントしました。
done-comment-removed = コメントを消しました。
done-asked = 友人申請を送りました。
done-friends = 友人になりました。
done-declined = 申請を見送りました。
done-withdrawn = 申請を取り消しました。
done-parted = 友人から外しました。
done-blocked = ブロックしました。
done-unblocked = ブロックを解きました。
done-thanked = お礼を伝えました。
done-taken-back = 足あとを消しました。
done-saved = 保存しました。
done-joined = ようこそ。登録がすみました。
done-resent = 新しいコードを送りました。前のコードは使えません。
done-logged-out = ログアウトしました。

# サイトの外へ
outside-title = { $site }の外へ
outside-text = ここから先は、ほかのサイトです。{ $site }とは関わりがありません。
outside-where = 行き先
outside-go = このサイトへ行く
outside-open-line = 暗号化されていない接続です。途中で読まれることがあります。
outside-stay = 行かないときは、電話やブラウザーの「戻る」で戻ってください。

# 見つからない・困ったとき
not-found = ページが見つかりません
not-found-text = 削除されたか、公開されていない可能性があります。
trouble = うまくいきませんでした
trouble-stale = 画面を開いてから時間がたったため、受け付けられませんでした。もう一度お試しください。
trouble-large = 送られたものが大きすぎます。写真は1枚10MBまでです。
trouble-often = 少し間をあけて、{ $seconds }秒後にもう一度お試しください。
trouble-bad = 送られた内容を読み取れませんでした。
trouble-not-here = この入り口は暗号化されていないため、ここではできません。スマートフォンなど、暗号化された接続からお願いします。
trouble-unavailable = ただいま混み合っています。少し待ってからもう一度お試しください。
trouble-fault = こちらの不具合で表示できませんでした。少し待ってからもう一度お試しください。
