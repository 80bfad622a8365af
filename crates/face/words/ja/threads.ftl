# コメントした日記、お知らせを止める
diary-joined = コメントした日記
diary-joined-none = コメントした日記はまだありません。
diary-fresh = 新しい返信{ $n }件
diary-is-quiet = お知らせなし
diary-closed = 読めなくなった日記へのコメント
diary-closed-about = 公開範囲が変わるなどして読めなくなった日記に、あなたが書いたコメントです。消すことができます。
diary-closed-none = 読めなくなった日記へのコメントはありません。
diary-hush = お知らせを止める
diary-tell = お知らせを受けとる
confirm-hush-diary = 「{ $title }」へのコメントなどのお知らせを止めますか。いつでも元に戻せます。
confirm-tell-diary = 「{ $title }」のお知らせをまた受けとりますか。
done-hushed = この日記のお知らせを止めました。
done-told = この日記のお知らせを受けとります。
