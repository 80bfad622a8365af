//! The tables, as Diesel knows them. A test proves that both migration trees end in exactly these.

diesel::table! {
    members (id) {
        id -> BigInt,
        nickname -> Text,
        nickname_folded -> Text,
        state -> SmallInt,
        password_hash -> Text,
        language -> Nullable<Text>,
        icon_id -> Nullable<BigInt>,
        joined_at -> BigInt,
    }
}

diesel::table! {
    phones (member_id) {
        member_id -> BigInt,
        number_hash -> Binary,
        number_sealed -> Binary,
        verified_at -> BigInt,
    }
}

diesel::table! {
    profile_fields (member_id, field) {
        member_id -> BigInt,
        field -> Text,
        value -> Text,
        level -> SmallInt,
        group_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    last_choices (member_id, kind) {
        member_id -> BigInt,
        kind -> SmallInt,
        level -> SmallInt,
        group_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    signups (id) {
        id -> BigInt,
        guest_hash -> Binary,
        number_hash -> Binary,
        number_sealed -> Binary,
        code_hash -> Nullable<Binary>,
        tries_left -> SmallInt,
        code_expires_at -> BigInt,
        sent_at -> BigInt,
        verified_at -> Nullable<BigInt>,
        created_at -> BigInt,
        listed_until -> Nullable<BigInt>,
        aim -> SmallInt,
    }
}

diesel::table! {
    recoveries (id) {
        id -> BigInt,
        guest_hash -> Binary,
        member_id -> BigInt,
        number_hash -> Binary,
        sign -> SmallInt,
        mail_code_hash -> Nullable<Binary>,
        mail_code_until -> BigInt,
        mail_tries_left -> SmallInt,
        proof -> Nullable<SmallInt>,
        friends_asked_at -> Nullable<BigInt>,
        refused_at -> Nullable<BigInt>,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    trusted_friends (member_id, friend_id) {
        member_id -> BigInt,
        friend_id -> BigInt,
        chosen_at -> BigInt,
    }
}

diesel::table! {
    friend_asks (id) {
        id -> BigInt,
        recovery_id -> BigInt,
        member_id -> BigInt,
        friend_id -> BigInt,
        first_number -> SmallInt,
        second_number -> SmallInt,
        third_number -> SmallInt,
        answer -> Nullable<SmallInt>,
        asked_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        token_hash -> Binary,
        member_id -> BigInt,
        in_path -> Bool,
        family -> Text,
        device -> Text,
        face -> Nullable<Text>,
        created_at -> BigInt,
        seen_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        network -> Text,
    }
}

diesel::table! {
    known_devices (id) {
        id -> BigInt,
        member_id -> BigInt,
        mark_hash -> Binary,
        device -> Text,
        made_at -> BigInt,
        seen_at -> BigInt,
    }
}

diesel::table! {
    second_steps (guest_hash) {
        guest_hash -> Binary,
        member_id -> BigInt,
        tried -> Nullable<Binary>,
        tries_left -> SmallInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    approvals (guest_hash) {
        guest_hash -> Binary,
        code_hash -> Binary,
        code_sealed -> Binary,
        device -> Text,
        member_id -> Nullable<BigInt>,
        asked_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    pinned_phones (id) {
        id -> BigInt,
        member_id -> BigInt,
        token_hash -> Binary,
        pin_hash -> Text,
        in_path -> Bool,
        family -> Text,
        device -> Text,
        tries_left -> SmallInt,
        made_at -> BigInt,
        used_at -> BigInt,
    }
}

diesel::table! {
    passkeys (id) {
        id -> BigInt,
        member_id -> BigInt,
        credential -> Binary,
        public_key -> Binary,
        counter -> BigInt,
        device -> Text,
        made_at -> BigInt,
        used_at -> BigInt,
    }
}

diesel::table! {
    number_undos (id) {
        id -> BigInt,
        member_id -> BigInt,
        number_hash -> Binary,
        number_sealed -> Binary,
        password_hash -> Text,
        code_hash -> Binary,
        link_hash -> Nullable<Binary>,
        changed_at -> BigInt,
        ends_at -> BigInt,
    }
}

diesel::table! {
    number_claims (id) {
        id -> BigInt,
        number_hash -> Binary,
        member_id -> BigInt,
        state -> SmallInt,
        claimed_at -> BigInt,
        ends_at -> BigInt,
    }
}

diesel::table! {
    counters (bucket, window_start) {
        bucket -> Binary,
        window_start -> BigInt,
        taken -> BigInt,
    }
}

diesel::table! {
    receipts (member_id, once) {
        member_id -> BigInt,
        once -> Text,
        place -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    text_messages (id) {
        id -> BigInt,
        sealed -> Binary,
        state -> SmallInt,
        tries -> SmallInt,
        due_at -> BigInt,
        expires_at -> BigInt,
        provider_id -> Nullable<Text>,
        error -> Nullable<Text>,
        created_at -> BigInt,
        settled_at -> Nullable<BigInt>,
        errand -> SmallInt,
        channel -> SmallInt,
        flow_id -> Nullable<BigInt>,
        country -> Text,
        prefix_id -> Nullable<BigInt>,
        last_two -> Text,
        verified_at -> Nullable<BigInt>,
        delivery -> Nullable<SmallInt>,
        delivery_error -> Nullable<Text>,
    }
}

diesel::table! {
    prefixes (id) {
        id -> BigInt,
        bucket -> Binary,
        sealed -> Binary,
        wider_id -> Nullable<BigInt>,
        country -> Text,
        held_at -> Nullable<BigInt>,
        counted_from -> BigInt,
    }
}

diesel::table! {
    provider_line (id) {
        id -> SmallInt,
        failures -> Integer,
        opened_at -> Nullable<BigInt>,
        quiet_until -> BigInt,
    }
}

diesel::table! {
    site_facts (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    friendships (member_id, friend_id) {
        member_id -> BigInt,
        friend_id -> BigInt,
        since -> BigInt,
    }
}

diesel::table! {
    circles (member_id) {
        member_id -> BigInt,
        friends -> Binary,
    }
}

diesel::table! {
    friend_requests (from_id, to_id) {
        from_id -> BigInt,
        to_id -> BigInt,
        message -> Text,
        created_at -> BigInt,
        quiet_until -> Nullable<BigInt>,
    }
}

diesel::table! {
    blocks (blocker_id, blocked_id) {
        blocker_id -> BigInt,
        blocked_id -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    groups (id) {
        id -> BigInt,
        owner_id -> BigInt,
        name -> Text,
        created_at -> BigInt,
        leaves_out -> Bool,
    }
}

diesel::table! {
    group_members (group_id, member_id) {
        group_id -> BigInt,
        member_id -> BigInt,
        opens_from -> BigInt,
    }
}

diesel::table! {
    pictures (id) {
        id -> BigInt,
        owner_id -> BigInt,
        digest -> Text,
        width_px -> Integer,
        height_px -> Integer,
        weight_bytes -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    diary_entries (id) {
        id -> BigInt,
        author_id -> BigInt,
        title -> Text,
        body -> Text,
        level -> SmallInt,
        group_id -> Nullable<BigInt>,
        posted_at -> BigInt,
        edited_at -> Nullable<BigInt>,
        comments_given -> Integer,
        talk -> SmallInt,
    }
}

diesel::table! {
    newest_entries (author_id) {
        author_id -> BigInt,
        entry_id -> BigInt,
        open_id -> BigInt,
        change -> BigInt,
    }
}

diesel::table! {
    diary_photos (entry_id, position) {
        entry_id -> BigInt,
        position -> SmallInt,
        picture_id -> BigInt,
        alt -> Text,
    }
}

diesel::table! {
    diary_comments (entry_id, number) {
        entry_id -> BigInt,
        number -> Integer,
        author_id -> BigInt,
        body -> Text,
        posted_at -> BigInt,
        removed_at -> Nullable<BigInt>,
        picture_id -> Nullable<BigInt>,
        alt -> Text,
    }
}

diesel::table! {
    waiting_pictures (picture_id) {
        picture_id -> BigInt,
        since -> BigInt,
    }
}

diesel::table! {
    diary_threads (member_id, entry_id) {
        member_id -> BigInt,
        entry_id -> BigInt,
        commented_at -> Nullable<BigInt>,
        seen -> Integer,
        is_quiet -> Bool,
    }
}

diesel::table! {
    diary_likes (entry_id, member_id) {
        entry_id -> BigInt,
        member_id -> BigInt,
        sign -> SmallInt,
        liked_at -> BigInt,
    }
}

diesel::table! {
    diary_drafts (id) {
        id -> BigInt,
        author_id -> BigInt,
        entry_id -> Nullable<BigInt>,
        title -> Text,
        body -> Text,
        characters -> Integer,
        level -> Nullable<SmallInt>,
        group_id -> Nullable<BigInt>,
        kept_at -> BigInt,
        talk -> SmallInt,
        day -> Text,
        hour -> Text,
        due_at -> Nullable<BigInt>,
        held_back -> Nullable<SmallInt>,
        new_category -> Text,
        new_category_open -> Bool,
    }
}

diesel::table! {
    diary_categories (id) {
        id -> BigInt,
        author_id -> BigInt,
        name -> Text,
        is_open -> Bool,
    }
}

diesel::table! {
    diary_entry_categories (entry_id, category_id) {
        entry_id -> BigInt,
        category_id -> BigInt,
    }
}

diesel::table! {
    diary_draft_categories (draft_id, category_id) {
        draft_id -> BigInt,
        category_id -> BigInt,
    }
}

diesel::table! {
    diary_draft_photos (draft_id, position) {
        draft_id -> BigInt,
        position -> SmallInt,
        picture_id -> BigInt,
        alt -> Text,
    }
}

diesel::table! {
    voices (id) {
        id -> BigInt,
        author_id -> BigInt,
        body -> Text,
        level -> SmallInt,
        group_id -> Nullable<BigInt>,
        posted_at -> BigInt,
    }
}

diesel::table! {
    introductions (id) {
        id -> BigInt,
        subject_id -> BigInt,
        author_id -> BigInt,
        body -> Text,
        is_shown -> Bool,
        written_at -> BigInt,
    }
}

diesel::table! {
    private_notes (member_id, subject_id) {
        member_id -> BigInt,
        subject_id -> BigInt,
        real_name -> Text,
        memo -> Text,
        written_at -> BigInt,
    }
}

diesel::table! {
    search_grams (kind, gram, scope, row_id) {
        kind -> SmallInt,
        gram -> BigInt,
        scope -> BigInt,
        row_id -> BigInt,
    }
}

diesel::table! {
    search_fills (kind) {
        kind -> SmallInt,
        after_id -> BigInt,
    }
}

diesel::table! {
    held_posts (kind, post_id) {
        kind -> SmallInt,
        post_id -> BigInt,
        author_id -> BigInt,
        level -> SmallInt,
        group_id -> Nullable<BigInt>,
        held_at -> BigInt,
    }
}

diesel::table! {
    passed_newcomers (member_id) {
        member_id -> BigInt,
        passed_at -> BigInt,
    }
}

diesel::table! {
    notices (member_id, kind, subject_id) {
        member_id -> BigInt,
        kind -> SmallInt,
        subject_id -> BigInt,
        newest_at -> BigInt,
        since -> BigInt,
    }
}

diesel::table! {
    footprints (owner_id, day, visitor_id) {
        owner_id -> BigInt,
        day -> Integer,
        visitor_id -> BigInt,
        first_at -> BigInt,
        last_at -> BigInt,
        visits -> Integer,
        thanked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    footprint_totals (owner_id) {
        owner_id -> BigInt,
        total -> BigInt,
    }
}

diesel::table! {
    footprint_milestones (owner_id, number) {
        owner_id -> BigInt,
        number -> BigInt,
        visitor_id -> BigInt,
        day -> Integer,
        reached_at -> BigInt,
    }
}

diesel::table! {
    footprint_take_backs (id) {
        id -> BigInt,
        visitor_id -> BigInt,
        taken_at -> BigInt,
    }
}

diesel::table! {
    notice_settings (member_id) {
        member_id -> BigInt,
        silent -> SmallInt,
        mailed -> SmallInt,
        pace -> SmallInt,
        hour -> SmallInt,
        told_from -> BigInt,
        told_until -> BigInt,
        due_at -> Nullable<BigInt>,
        rung -> SmallInt,
    }
}

diesel::table! {
    notice_groups (member_id, topic) {
        member_id -> BigInt,
        topic -> SmallInt,
        group_id -> BigInt,
    }
}

diesel::table! {
    bells (id) {
        id -> BigInt,
        member_id -> BigInt,
        session_id -> BigInt,
        endpoint_sealed -> Binary,
        endpoint_hash -> Binary,
        device -> Text,
        made_at -> BigInt,
        since -> Nullable<BigInt>,
        stirred_at -> Nullable<BigInt>,
        due_at -> Nullable<BigInt>,
        rung_at -> Nullable<BigInt>,
        unheard -> SmallInt,
        tries -> SmallInt,
        failing_since -> Nullable<BigInt>,
    }
}

diesel::table! {
    key_pairs (id) {
        id -> BigInt,
        sealed -> Binary,
        made_at -> BigInt,
    }
}

diesel::table! {
    preferences (member_id, kind) {
        member_id -> BigInt,
        kind -> SmallInt,
    }
}

diesel::table! {
    security_events (id) {
        id -> BigInt,
        kind -> Text,
        member_id -> Nullable<BigInt>,
        operator_id -> Nullable<BigInt>,
        client -> Text,
        note -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    live_settings (name) {
        name -> Text,
        value -> Text,
        changed_at -> BigInt,
    }
}

diesel::table! {
    bans (number_hash) {
        number_hash -> Binary,
        member_id -> Nullable<BigInt>,
        reason -> Text,
        memo -> Text,
        operator_id -> Nullable<BigInt>,
        banned_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    suspensions (member_id) {
        member_id -> BigInt,
        reason -> Text,
        memo -> Text,
        operator_id -> Nullable<BigInt>,
        suspended_at -> BigInt,
    }
}

diesel::table! {
    invitations (id) {
        id -> BigInt,
        inviter_id -> BigInt,
        code_hash -> Binary,
        token_hash -> Binary,
        sealed -> Binary,
        message -> Text,
        offers_tie -> Bool,
        created_at -> BigInt,
        expires_at -> BigInt,
        cancelled_at -> Nullable<BigInt>,
        used_at -> Nullable<BigInt>,
        used_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    held_invitations (guest_hash) {
        guest_hash -> Binary,
        invitation_id -> BigInt,
        held_at -> BigInt,
    }
}

diesel::table! {
    knots (id) {
        id -> BigInt,
        member_id -> Nullable<BigInt>,
        through_id -> Nullable<BigInt>,
        tied_at -> BigInt,
    }
}

diesel::table! {
    applications (member_id) {
        member_id -> BigInt,
        invitation_id -> Nullable<BigInt>,
        wants_tie -> Bool,
        asked_at -> BigInt,
    }
}

diesel::table! {
    emails (member_id) {
        member_id -> BigInt,
        address_hash -> Binary,
        address_sealed -> Binary,
        confirmed_at -> BigInt,
    }
}

diesel::table! {
    email_claims (member_id) {
        member_id -> BigInt,
        token_hash -> Binary,
        address_sealed -> Binary,
        expires_at -> BigInt,
    }
}

diesel::table! {
    leavings (member_id) {
        member_id -> BigInt,
        asked_at -> BigInt,
        delete_at -> BigInt,
    }
}

diesel::table! {
    loose_files (digest) {
        digest -> Text,
        since -> BigInt,
    }
}

diesel::table! {
    letters (id) {
        id -> BigInt,
        sealed -> Binary,
        state -> SmallInt,
        tries -> SmallInt,
        due_at -> BigInt,
        expires_at -> BigInt,
        error -> Nullable<Text>,
        created_at -> BigInt,
        settled_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    operators (id) {
        id -> BigInt,
        name -> Text,
        name_folded -> Text,
        state -> SmallInt,
        password_hash -> Nullable<Text>,
        setup_hash -> Nullable<Binary>,
        setup_expires_at -> Nullable<BigInt>,
        language -> Nullable<Text>,
        created_at -> BigInt,
    }
}

diesel::table! {
    operator_sessions (id) {
        id -> BigInt,
        token_hash -> Binary,
        operator_id -> BigInt,
        client -> Text,
        created_at -> BigInt,
        seen_at -> BigInt,
    }
}

diesel::table! {
    one_time_secrets (realm, owner_id) {
        realm -> SmallInt,
        owner_id -> BigInt,
        sealed -> Binary,
        confirmed_at -> Nullable<BigInt>,
        last_step -> BigInt,
        codes_sealed -> Nullable<Binary>,
        codes_made_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    recovery_codes (realm, owner_id, code_hash) {
        realm -> SmallInt,
        owner_id -> BigInt,
        code_hash -> Binary,
    }
}

diesel::table! {
    operator_acts (number) {
        number -> BigInt,
        operator_id -> BigInt,
        act -> Text,
        subject -> Text,
        was -> Text,
        becomes -> Text,
        client -> Text,
        at -> BigInt,
        hash -> Binary,
    }
}

diesel::table! {
    operator_act_heads (id) {
        id -> SmallInt,
        number -> BigInt,
        hash -> Binary,
    }
}

diesel::table! {
    handsets (profile, agent, day) {
        profile -> Text,
        agent -> Text,
        day -> Integer,
        times -> BigInt,
    }
}

diesel::table! {
    profile_edits (number) {
        number -> BigInt,
        operator_id -> BigInt,
        file -> Text,
        was -> Text,
        becomes -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    diary_narrowings (member_id) {
        member_id -> BigInt,
        months -> SmallInt,
        level -> SmallInt,
        due_at -> BigInt,
    }
}

diesel::table! {
    friend_codes (member_id) {
        member_id -> BigInt,
        code -> Text,
        made_at -> BigInt,
    }
}

diesel::table! {
    diary_openings (entry_id) {
        entry_id -> BigInt,
        opens_at -> BigInt,
    }
}

diesel::table! {
    last_seen (member_id) {
        member_id -> BigInt,
        seen_on -> BigInt,
        before_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    profile_photos (id) {
        id -> BigInt,
        member_id -> BigInt,
        picture_id -> BigInt,
        alt -> Text,
        level -> SmallInt,
        group_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    meetings (id) {
        id -> BigInt,
        by_id -> BigInt,
        one_id -> BigInt,
        other_id -> BigInt,
        message -> Text,
        one_said -> SmallInt,
        other_said -> SmallInt,
        offered_at -> BigInt,
    }
}

diesel::table! {
    standing_choices (member_id, kind) {
        member_id -> BigInt,
        kind -> SmallInt,
        level -> SmallInt,
        group_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    mutes (member_id, kind, muted_id) {
        member_id -> BigInt,
        kind -> SmallInt,
        muted_id -> BigInt,
        until_at -> BigInt,
    }
}

diesel::table! {
    favourites (member_id, favourite_id) {
        member_id -> BigInt,
        favourite_id -> BigInt,
        since -> BigInt,
    }
}

diesel::table! {
    communities (id) {
        id -> BigInt,
        owner_id -> BigInt,
        name -> Text,
        name_folded -> Text,
        about -> Text,
        asks_first -> Bool,
        is_closed -> Bool,
        members -> Integer,
        founded_at -> BigInt,
        talked_at -> BigInt,
        offered_to -> Nullable<BigInt>,
        offered_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    community_members (community_id, member_id) {
        community_id -> BigInt,
        member_id -> BigInt,
        level -> SmallInt,
        joined_at -> BigInt,
    }
}

diesel::table! {
    community_requests (community_id, member_id) {
        community_id -> BigInt,
        member_id -> BigInt,
        level -> SmallInt,
        asked_at -> BigInt,
    }
}

diesel::table! {
    topics (id) {
        id -> BigInt,
        community_id -> BigInt,
        author_id -> Nullable<BigInt>,
        title -> Text,
        body -> Text,
        posted_at -> BigInt,
        newest_at -> BigInt,
        comments_given -> Integer,
    }
}

diesel::table! {
    topic_comments (topic_id, number) {
        topic_id -> BigInt,
        number -> Integer,
        author_id -> BigInt,
        body -> Text,
        posted_at -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    handsets,
    mutes,
    favourites,
    standing_choices,
    meetings,
    profile_photos,
    last_seen,
    diary_openings,
    friend_codes,
    diary_narrowings,
    profile_edits,
    operator_acts,
    operator_act_heads,
    operators,
    operator_sessions,
    one_time_secrets,
    recovery_codes,
    invitations,
    held_invitations,
    knots,
    applications,
    bans,
    suspensions,
    members,
    phones,
    profile_fields,
    last_choices,
    signups,
    sessions,
    known_devices,
    second_steps,
    approvals,
    recoveries,
    trusted_friends,
    friend_asks,
    pinned_phones,
    passkeys,
    number_undos,
    number_claims,
    counters,
    receipts,
    text_messages,
    prefixes,
    provider_line,
    site_facts,
    friendships,
    circles,
    friend_requests,
    blocks,
    groups,
    group_members,
    pictures,
    diary_entries,
    newest_entries,
    diary_photos,
    diary_comments,
    waiting_pictures,
    diary_threads,
    diary_likes,
    diary_drafts,
    diary_categories,
    diary_entry_categories,
    diary_draft_categories,
    diary_draft_photos,
    voices,
    introductions,
    private_notes,
    search_grams,
    search_fills,
    held_posts,
    passed_newcomers,
    notices,
    footprints,
    footprint_totals,
    footprint_milestones,
    footprint_take_backs,
    notice_settings,
    notice_groups,
    bells,
    key_pairs,
    preferences,
    security_events,
    live_settings,
    emails,
    email_claims,
    letters,
    leavings,
    loose_files,
    communities,
    community_members,
    community_requests,
    topics,
    topic_comments,
);
