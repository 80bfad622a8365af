# For the smartphone face alone
touch-navigation = Main pages
touch-tie-heading = Your tie
touch-tie-more = { $n ->
    [one] and { $n } more friend
   *[other] and { $n } more friends
}
touch-photos-kept = Photos so far
touch-draft-restored = Here is the entry you had begun.
touch-draft-discard = Throw it away
touch-search-hint = Nicknames by how they begin. Elsewhere, words with spaces between them must all be there.
touch-search-first = Is anyone you know here? Once found, you can ask to be friends.
touch-friends-of-see = See friends
touch-diary-more = See the whole diary
touch-footprints-more = See all footprints
touch-blocks-next = You can block somebody at the bottom of their page.
touch-to-home = To home
touch-chosen = In use
