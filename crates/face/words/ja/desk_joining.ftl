# 運営デスク: 入会
desk-joining = 入会
desk-acts = 操作の記録
desk-mode = 入会のしかた
mode-open = だれでも
mode-invite = 招待された人だけ
mode-approval = 運営が認めた人だけ
mode-closed = 受け付けない
mode-hint-open = 電話番号を確かめた人は、すぐに入れます。
mode-hint-invite = メンバーから招待された人が入れます。
mode-hint-approval = 電話番号を確かめた人が、運営の返事を待ちます。
mode-hint-closed = 新しい人は入れません。出ている招待もすべて終わります。
desk-mode-set = この受け付けかたにする
desk-mode-unknown = 4つのうちから選んでください。
desk-waiting = 返事を待っている人
desk-waiting-n = { $n ->
    [0] 待っている人はいません。
   *[other] { $n }人が待っています。
}
desk-waiting-hint = 長く待っている人から並んでいます。まとめて選んで、コード1つで返事ができます。
desk-waits-since = { $when }から
desk-through = { $name }さんの招待
desk-through-nobody = 招待なし
desk-pick = { $name }さんを選ぶ
desk-pick-none = 先に人を選んでください。
desk-approve = 入ってもらう
desk-decline = お断りする
desk-decline-lead = お断りすると、その人の情報は何も残りません。理由は操作の記録に残ります。
desk-reason = お断りする理由
desk-reason-needed = 理由を選んでください。
desk-keep-out = その電話番号を1年間受け付けない
reason-spam = 宣伝
reason-harassment = いやがらせ
reason-impersonation = なりすまし
reason-fraud = 詐欺
reason-underage = 年齢が足りない
reason-branch = 停止された人たちと一緒に入った
reason-other = そのほか
desk-kept-out = 停止中の人
desk-kept-out-none = 停止中の人はいません。
desk-kept-out-lead = 停止中は、だれからも見えません。戻すと、すべて元どおりになります。
desk-suspended-since = { $when }から ・ { $reason }
desk-banned-until = 電話番号も{ $when }まで受け付けません
desk-not-banned = 電話番号は止めていません
desk-readmit = また入ってもらう
desk-nameless = アカウントのない電話番号
desk-nameless-lead = 番号はここでも見えません。期限がくれば、また入会できます。
desk-newest = 新しく入った人
desk-find = 人をさがす
desk-find-hint = その人のページのアドレスか、末尾のID
desk-find-button = 見る
desk-find-nobody = そのアドレスの人はいません。
desk-joined = { $when }から
state-active = メンバー
state-in-grace = 退会手続き中
state-suspended = 停止中
state-waiting = 返事待ち
state-left = 退会
desk-gone = 退会した人
desk-branch = つながり
desk-above = だれの招待で
desk-above-none = 招待なしで入りました。
desk-below = だれを招いたか
desk-below-none = まだいません。
desk-below-n = 全部で{ $n }人
desk-below-first = はじめの{ $n }人だけを表示しています。
desk-depth-n = { $n }つ先
desk-open-invitations = { $n ->
    [0] 出ている招待はありません。
   *[other] 出ている招待が{ $n }通あります。
}
desk-revoke = この枝を取り消す
desk-revoke-lead = この人と、この人から先に入った全員の、出ている招待が終わります。友人関係はそのままです。
desk-within = あわせて停止する人
desk-within-0 = だれも停止しない
desk-within-n = { $n ->
    [1] きのうから後に入った人
   *[other] この{ $n }日のうちに入った人
}
desk-within-unknown = 一覧から選んでください。
desk-revoke-button = 取り消す
desk-code-again = アプリの新しいコード
desk-code-again-hint = 何かを変えるたびにお聞きします。回復コードも使えます。
desk-acts-lead = どの行も前の行と結ばれていて、運営者にも書きかえられません。
desk-acts-none = まだ何もありません。
act-signup-mode = 入会のしかた
act-country-stopped = 国へのコード送信を停止
act-country-opened = 国へのコード送信を再開
act-messages-stopped = SMSすべて
act-prefix-released = 近い番号への送信を再開
act-profiles-edited = 端末のプロファイルを変更
act-approved = 入会を認めた
act-declined = 入会をお断りした
act-readmitted = また入ってもらった
act-branch-revoked = 枝を取り消した
act-state-open = 受け付け中
act-state-invite = 招待だけ
act-state-approval = 認めた人だけ
act-state-closed = 受け付けない
act-state-stopped = 停止
act-state-held = 保留
act-state-waiting = 返事待ち
act-state-member = メンバー
act-state-kept-out = 停止中
desk-act-by = { $name }（{ $client }）
desk-act-former = 以前の運営者
done-already = もう済んでいました。
done-revoked = 取り消しました。内容は操作の記録にあります。
