# Entries one commented on, and quiet
diary-joined = Entries I commented on
diary-joined-none = You have not commented on anything yet.
diary-fresh = { $n ->
    [one] { $n } new reply
   *[other] { $n } new replies
}
diary-is-quiet = no notices
diary-closed = My comments on entries I can no longer read
diary-closed-about = You wrote these on entries that are closed to you by now. You can remove them.
diary-closed-none = No comments on entries that you can no longer read.
diary-hush = Stop notices
diary-tell = Get notices again
confirm-hush-diary = Stop notices of comments on "{ $title }"? You can turn them on again at any time.
confirm-tell-diary = Get notices of "{ $title }" again?
done-hushed = You get no more notices of this entry.
done-told = You get notices of this entry again.
