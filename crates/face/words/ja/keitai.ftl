# ケータイ版だけの言葉
keitai-previous = 前
keitai-next = 次
keitai-footprints-short = 足跡
keitai-too-long = この電話の画面に入りきりません。「戻る」で前の画面に戻ると、入力した文章が残っています。短く分けてお試しください。
keitai-edit-piece = 長いので分けて表示しています。ページを移る前に保存してください。
