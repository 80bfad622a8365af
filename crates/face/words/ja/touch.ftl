# スマートフォン版だけのことば
touch-navigation = 主なページ
touch-tie-heading = つながり
touch-tie-more = ほか{ $n }人の友人
touch-photos-kept = いまついている写真
touch-draft-restored = 書きかけの日記を戻しました。
touch-draft-discard = 書きかけを捨てる
touch-search-hint = ニックネームは、はじめの文字から。ほかは、空白で区切ると、どのことばもあるものだけを探します。
touch-search-first = 知っている人はいますか。見つかったら、友人申請を送れます。
touch-friends-of-see = 友人を見る
touch-diary-more = 日記をすべて見る
touch-footprints-more = 足あとをすべて見る
touch-blocks-next = ブロックは相手のページの下からできます。
touch-to-home = ホームへ
touch-chosen = いまの設定
