//! Communities whose owners are away.

use enishi_core::ban::{self, Memo, Reason, Sentence};
use enishi_core::community::{self, CommunityRules, Joins, Mine, Reads};
use enishi_core::leaving::{self, LeavingRules};
use enishi_core::notice;
use enishi_core::visibility::Visibility::Members;

use crate::communities::{come_in, mine, place, told};
use crate::leaving::keys;
use crate::world::each;

#[test]
fn an_owner_who_is_away_for_long_is_followed_by_whoever_belongs_longest() {
    each(|world| {
        let [owner, other, away, longest, latest] = world.people(["主", "別の主", "不在", "古株", "新入り"]);
        let id = place(world, owner, Joins::AfterYes, Reads::Insiders);
        let alone = place(world, owner, Joins::Freely, Reads::Everybody);
        let kept = place(world, other, Joins::Freely, Reads::Everybody);
        for who in [away, longest, latest] {
            come_in(world, who, id, Members);
            assert!(world.write(move |tx| community::answer(tx, owner, id, who, true)));
            world.write(move |tx| notice::community_was_seen(tx, who, id));
            come_in(world, who, kept, Members);
        }
        let sentence = || Sentence { reason: Reason::Spam, memo: Memo::parse("").unwrap(), by: None };
        for who in [owner, away] {
            assert!(world.write(move |tx| ban::suspend(tx, who, &sentence())));
        }
        let rules = CommunityRules { away_seconds: 3600 };
        let due = || world.read(|tx| community::list_ownerless(tx, &rules, 20));
        assert!(due().is_empty() && !world.write(move |tx| community::inherit(tx, id, &rules)));
        world.test.clock.advance_seconds(3600);
        // Nobody could inherit the one, and the owner of the other is here.
        assert_eq!(due(), [id]);
        assert!(!world.write(move |tx| community::inherit(tx, alone, &rules)));
        assert!(!world.write(move |tx| community::inherit(tx, kept, &rules)));
        assert!(world.write(move |tx| community::inherit(tx, id, &rules)));
        assert_eq!(told(world, longest), ["passed on"]);
        assert_eq!(
            (mine(world, longest, id), mine(world, owner, id)),
            (Mine::Owner(Members), Mine::Member(Members))
        );
        assert!(due().is_empty() && !world.write(move |tx| community::inherit(tx, id, &rules)));
        assert!(world.write(move |tx| ban::resume(tx, owner, &sentence())));
        assert!(world.read(|tx| community::own(tx, owner, id)).is_none());
    });
}

#[test]
fn who_comes_back_in_time_keeps_what_they_own() {
    each(|world| {
        let [owner, heir] = world.people(["主", "継ぐ人"]);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        come_in(world, heir, id, Members);
        let rules = CommunityRules { away_seconds: 3600 };
        let keys = keys();
        let grace = LeavingRules { grace_seconds: 7200, ..LeavingRules::default() };
        assert!(world.write(move |tx| leaving::leave(tx, &keys, owner, &grace)).is_some());
        world.test.clock.advance_seconds(3600);
        assert_eq!(world.read(|tx| community::list_ownerless(tx, &rules, 20)), [id]);
        assert!(world.write(move |tx| leaving::come_back(tx, owner)));
        assert!(!world.write(move |tx| community::inherit(tx, id, &rules)));
        assert!(world.read(|tx| community::own(tx, owner, id)).is_some());
    });
}
