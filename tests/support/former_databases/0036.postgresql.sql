SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.keep_superseded() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        DECLARE
            untold text[] := ARRAY['id', 'edited_at'];
            said_before jsonb;
            said_after jsonb;
            known_by text;
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                said_before := to_jsonb(OLD) - ARRAY['seed_key', 'seed_digest'];
            ELSIF NOT EXISTS (SELECT 1 FROM superseded_rows WHERE of_table = 'founding') THEN
                RETURN NULL;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                said_after := to_jsonb(NEW) - ARRAY['seed_key', 'seed_digest'];
            END IF;
            IF said_before - untold IS NOT DISTINCT FROM said_after - untold THEN
                RETURN NULL;
            END IF;
            SELECT string_agg(COALESCE(said_before, said_after) ->> name, ' ' ORDER BY place)
                INTO known_by FROM unnest(TG_ARGV) WITH ORDINALITY AS keys(name, place);
            INSERT INTO superseded_rows (of_table, row_key, before, after, recorded_at)
                VALUES (TG_TABLE_NAME, known_by, said_before, said_after, clock_timestamp());
            RETURN NULL;
        END $$;
CREATE FUNCTION public.refuse_campaigns_address_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.slug <> OLD.slug THEN RAISE EXCEPTION 'A public address stays.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_checkpoints_grow() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NOT EXISTS (SELECT 1 FROM checkpoints c WHERE c.size >= NEW.size) AND NOT EXISTS (SELECT 1 FROM checkpoints c WHERE c.recorded_at > NEW.recorded_at) AND EXISTS (SELECT 1 FROM ledger_events l WHERE l.position = NEW.size - 1 AND l.recorded_at = NEW.recorded_at) AND NOT EXISTS (SELECT 1 FROM ledger_events l WHERE l.position >= NEW.size)) THEN RAISE EXCEPTION 'A checkpoint stays, and the next one is larger and not older.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_checkpoints_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'A checkpoint stays, and the next one is larger and not older.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_checkpoints_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'A checkpoint stays, and the next one is larger and not older.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_content_revisions_figures() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.state IN ('published', 'retired') AND NEW.editor_id IS NOT NULL AND NOT (NEW.writer_ids IS NOT NULL AND json_array_length(NEW.writer_ids) > 0 AND NOT (CAST(NEW.writer_ids AS jsonb) @> to_jsonb(NEW.editor_id))) AND EXISTS (SELECT 1 FROM content_items i WHERE i.id = NEW.item_id AND i.kind = 'reported_tallies') AND (((NEW.content ->> 'preferred') IS NOT NULL AND (NEW.content ->> 'preferred') <> 'no') OR EXISTS (SELECT 1 FROM content_revisions r WHERE r.item_id = NEW.item_id AND r.id = (SELECT max(p.id) FROM content_revisions p WHERE p.item_id = NEW.item_id AND p.id < NEW.id AND p.state = 'published') AND ((r.content ->> 'preferred') IS NOT NULL AND (r.content ->> 'preferred') <> 'no'))) THEN RAISE EXCEPTION 'Somebody who did not write it publishes it.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_content_revisions_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'Revisions of content are kept.'; END $$;
CREATE FUNCTION public.refuse_content_revisions_new_figures() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.state IN ('published', 'retired') AND NEW.editor_id IS NOT NULL AND NOT (NEW.writer_ids IS NOT NULL AND json_array_length(NEW.writer_ids) > 0 AND NOT (CAST(NEW.writer_ids AS jsonb) @> to_jsonb(NEW.editor_id))) AND EXISTS (SELECT 1 FROM content_items i WHERE i.id = NEW.item_id AND i.kind = 'reported_tallies') AND (((NEW.content ->> 'preferred') IS NOT NULL AND (NEW.content ->> 'preferred') <> 'no') OR EXISTS (SELECT 1 FROM content_revisions r WHERE r.item_id = NEW.item_id AND r.id = (SELECT max(p.id) FROM content_revisions p WHERE p.item_id = NEW.item_id AND p.id < NEW.id AND p.state = 'published') AND ((r.content ->> 'preferred') IS NOT NULL AND (r.content ->> 'preferred') <> 'no'))) THEN RAISE EXCEPTION 'Somebody who did not write it publishes it.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_content_revisions_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'What was published, discarded or taken off is history.'; END $$;
CREATE FUNCTION public.refuse_council_revisions_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'Versions of a year are kept.'; END $$;
CREATE FUNCTION public.refuse_council_revisions_new_years() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.state = 'published' AND NEW.editor_id IS NOT NULL AND NOT (NEW.writer_ids IS NOT NULL AND json_array_length(NEW.writer_ids) > 0 AND NOT (CAST(NEW.writer_ids AS jsonb) @> to_jsonb(NEW.editor_id))) THEN RAISE EXCEPTION 'Somebody who did not write it publishes it.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_council_revisions_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'What was published or discarded is history.'; END $$;
CREATE FUNCTION public.refuse_council_revisions_years() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.state = 'published' AND NEW.editor_id IS NOT NULL AND NOT (NEW.writer_ids IS NOT NULL AND json_array_length(NEW.writer_ids) > 0 AND NOT (CAST(NEW.writer_ids AS jsonb) @> to_jsonb(NEW.editor_id))) THEN RAISE EXCEPTION 'Somebody who did not write it publishes it.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_decision_notes_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The words of a decision can be erased, not changed.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_decisions_appeal_by_another() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM decisions a WHERE a.endorsement_id = NEW.endorsement_id AND a.action = 'appeal' AND EXISTS (SELECT 1 FROM endorsements e WHERE e.id = NEW.endorsement_id AND e.appealed_at IS NOT NULL) AND (EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = a.endorsement_id AND d.id < a.id AND d.staff_id = NEW.staff_id) OR EXISTS (SELECT 1 FROM proposed_changes c WHERE c.endorsement_id = a.endorsement_id AND c.proposed_at <= a.decided_at AND (c.proposer_id = NEW.staff_id OR c.seconder_id = NEW.staff_id)))) THEN RAISE EXCEPTION 'An appeal is decided by somebody who took no part before it.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_decisions_by_new_reviewer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM staff s WHERE s.id = NEW.staff_id AND s.governments_from > NEW.decided_at) THEN RAISE EXCEPTION 'A new reviewer does not approve governments yet.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_decisions_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The decision log is append-only.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_decisions_placed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'A decision says about which initiative and kind of supporter it is.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_decisions_reopened_by_verifier() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.endorsement_id AND d.action = 'verify' AND d.staff_id = NEW.staff_id AND NOT EXISTS (SELECT 1 FROM decisions n WHERE n.endorsement_id = d.endorsement_id AND n.action = 'verify' AND n.id > d.id)) OR NOT EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.endorsement_id AND d.action = 'verify')) THEN RAISE EXCEPTION 'Who verified an entry can take that back, and nobody else alone.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_decisions_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The decision log is append-only.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_amendment_decided() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NOT (OLD.status IN ('verified', 'suspended') AND NEW.status = OLD.status AND ((NEW.grade <> OLD.grade OR (NEW.grade IS NULL) <> (OLD.grade IS NULL)) OR (NEW.effective_on <> OLD.effective_on OR (NEW.effective_on IS NULL) <> (OLD.effective_on IS NULL)) OR (NEW.effective_precision <> OLD.effective_precision OR (NEW.effective_precision IS NULL) <> (OLD.effective_precision IS NULL)))) OR (EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.id AND d.action IN ('redate', 'regrade') AND (NEW.effective_on = OLD.effective_on OR CAST(d.difference AS text) LIKE '%"' || CAST(NEW.effective_on AS text) || '"%') AND (NEW.grade = OLD.grade OR CAST(d.difference AS text) LIKE '%"' || NEW.grade || '"%')))) THEN RAISE EXCEPTION 'The grade and the day of a verified entry change with a decision.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_approvers_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'Who approved an entry stays.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_archived_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.status <> OLD.status AND NEW.status NOT IN ('withdrawn', 'erased', 'expired', 'lapsed', 'superseded') AND OLD.status NOT IN ('lapsed', 'superseded') AND EXISTS (SELECT 1 FROM initiatives i WHERE i.id = NEW.initiative_id AND i.archived_on IS NOT NULL) THEN RAISE EXCEPTION 'The entries of an archived initiative stay as they are.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_begun_in_a_used_grade() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM initiatives i WHERE i.id = NEW.initiative_id AND ' ' || i.grades || ' ' NOT LIKE '% ' || NEW.grade || ' %') THEN RAISE EXCEPTION 'The initiative does not use this grade.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_born_uncounted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'An endorsement begins unconfirmed or in review.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_changed_words_unreleased() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'Changed words need to be released again.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_dated_by_two() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT ((((NEW.change_id <> OLD.change_id OR (NEW.change_id IS NULL) <> (OLD.change_id IS NULL))) AND EXISTS (SELECT 1 FROM proposed_changes c WHERE c.id = NEW.change_id AND c.endorsement_id = NEW.id AND c.action = 'redate' AND c.applied AND (c.seconder_id IS NOT NULL OR (c.cites <> '' AND NEW.origin = 'published_record'))))) THEN RAISE EXCEPTION 'Another date of verified support takes two reviewers.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_documented() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NOT (NEW.status = 'verified' AND OLD.status <> 'verified' AND (NEW.origin = 'published_record' OR OLD.status = 'staged')) OR (NEW.origin = 'published_record' AND EXISTS (SELECT 1 FROM evidence e WHERE e.endorsement_id = NEW.id) AND EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.id AND d.action = 'publish' AND d.actor_kind = 'system' AND d.cites <> ''))) THEN RAISE EXCEPTION 'An entry of the published record needs its decision and its evidence first.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_ended_by_two() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.id AND d.actor_kind = 'supporter' AND d.from_status = OLD.status AND d.to_status = NEW.status AND d.decided_at = NEW.status_since) OR (((NEW.change_id <> OLD.change_id OR (NEW.change_id IS NULL) <> (OLD.change_id IS NULL))) AND EXISTS (SELECT 1 FROM proposed_changes c WHERE c.id = NEW.change_id AND c.endorsement_id = NEW.id AND c.action = CASE NEW.status WHEN 'erased' THEN 'erase' ELSE 'withdraw' END AND c.applied AND (c.seconder_id IS NOT NULL OR (c.cites <> '' AND NEW.origin = 'published_record')))) OR (NEW.status = 'withdrawn' AND EXISTS (SELECT 1 FROM decisions r WHERE r.endorsement_id = NEW.id AND r.actor_kind = 'supporter' AND r.action = 'request_withdrawal' AND NOT EXISTS (SELECT 1 FROM decisions n WHERE n.endorsement_id = r.endorsement_id AND n.id > r.id AND n.action = 'decline_withdrawal')))) THEN RAISE EXCEPTION 'Ending or erasing verified support takes two reviewers, or its supporter.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_facts_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NOT (NEW.status = OLD.status AND ((OLD.status IN ('verified', 'suspended') AND ((NEW.verified_at <> OLD.verified_at OR (NEW.verified_at IS NULL) <> (OLD.verified_at IS NULL)) OR (NEW.status_since <> OLD.status_since OR (NEW.status_since IS NULL) <> (OLD.status_since IS NULL)))) OR (OLD.status IN ('verified', 'suspended', 'withdrawn', 'superseded', 'lapsed', 'invalidated', 'erased') AND ((NEW.ended_on <> OLD.ended_on OR (NEW.ended_on IS NULL) <> (OLD.ended_on IS NULL)))) OR (OLD.status IN ('verified', 'suspended', 'withdrawn', 'superseded', 'lapsed', 'invalidated', 'erased') AND ((NEW.commitment_salt <> OLD.commitment_salt OR (NEW.commitment_salt IS NULL) <> (OLD.commitment_salt IS NULL))) AND NOT (NEW.commitment_salt IS NULL AND (NEW.status = 'erased' OR NEW.forgotten_at IS NOT NULL)))))) THEN RAISE EXCEPTION 'Since when an entry counts, and until when, changes only with its status.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_first_approver_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The first approver cannot be exchanged.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_forgotten_stay_decided() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'Nothing is left that could be reviewed.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_government_change_seconded() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.kind = 'government' AND OLD.status IN ('verified', 'suspended') AND NEW.status <> 'superseded' AND ((NEW.status <> OLD.status OR (NEW.status IS NULL) <> (OLD.status IS NULL)) OR (NEW.grade <> OLD.grade OR (NEW.grade IS NULL) <> (OLD.grade IS NULL)) OR (NEW.effective_on <> OLD.effective_on OR (NEW.effective_on IS NULL) <> (OLD.effective_on IS NULL)) OR (NEW.effective_precision <> OLD.effective_precision OR (NEW.effective_precision IS NULL) <> (OLD.effective_precision IS NULL))) AND NOT (((NEW.change_id <> OLD.change_id OR (NEW.change_id IS NULL) <> (OLD.change_id IS NULL))) AND EXISTS (SELECT 1 FROM proposed_changes c WHERE c.id = NEW.change_id AND c.endorsement_id = NEW.id AND c.applied AND (c.seconder_id IS NOT NULL OR NEW.origin = 'published_record'))) THEN RAISE EXCEPTION 'A change of a government''s entry takes two reviewers.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_identity() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'What an endorsement is, and who recorded it, cannot change.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_in_a_used_grade() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.grade <> OLD.grade AND EXISTS (SELECT 1 FROM initiatives i WHERE i.id = NEW.initiative_id AND ' ' || i.grades || ' ' NOT LIKE '% ' || NEW.grade || ' %') THEN RAISE EXCEPTION 'The initiative does not use this grade.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_into_a_merged_record() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.kind = 'organisation' AND NEW.status = 'verified' AND EXISTS (SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND s.merged_into_id IS NOT NULL) THEN RAISE EXCEPTION 'An entry of a merged record cannot be counted.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_invalidated_by_two() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM proposed_changes c WHERE c.id = NEW.change_id AND c.endorsement_id = NEW.id AND c.action = 'invalidate' AND c.applied AND c.seconder_id IS NOT NULL) THEN RAISE EXCEPTION 'Invalidating takes two reviewers.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'An entry that was verified stays.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_kind_of_supporter() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND s.kind <> NEW.kind) THEN RAISE EXCEPTION 'The kind is not the supporter''s.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_lawful_step() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'This status cannot follow the present one.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_not_into_an_archive() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM initiatives i WHERE i.id = NEW.initiative_id AND i.archived_on IS NOT NULL) THEN RAISE EXCEPTION 'An archived initiative takes no entries.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_number_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'An entry keeps its number.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_of_a_merged_record() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.kind = 'organisation' AND NEW.status = 'verified' AND OLD.status <> 'verified' AND EXISTS (SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND s.merged_into_id IS NOT NULL) THEN RAISE EXCEPTION 'An entry of a merged record cannot be counted.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_second_recorder() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF (NEW.second_recorder_id <> OLD.second_recorder_id OR (NEW.second_recorder_id IS NULL) <> (OLD.second_recorder_id IS NULL)) OR (NEW.second_recorder_id IS NOT NULL AND (NEW.first_approver_id = NEW.second_recorder_id OR NEW.second_approver_id = NEW.second_recorder_id)) THEN RAISE EXCEPTION 'Who applied a list does not approve its rows.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_step_decided() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NOT (NEW.status <> OLD.status AND (OLD.status IN ('verified', 'suspended', 'withdrawn', 'superseded', 'lapsed', 'invalidated', 'erased') OR NEW.status = 'approved_once' OR (NEW.status = 'verified' AND NOT (NEW.kind = 'individual' AND OLD.status = 'unconfirmed')))) OR (EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.id AND d.from_status = OLD.status AND d.to_status = NEW.status AND d.decided_at = NEW.status_since AND (NEW.status <> 'approved_once' OR d.staff_id = NEW.first_approver_id) AND (OLD.status <> 'approved_once' OR NEW.status <> 'verified' OR d.staff_id = NEW.second_approver_id)))) THEN RAISE EXCEPTION 'This status needs its decision first.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_supporter_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (OLD.kind = 'organisation' AND (EXISTS (SELECT 1 FROM merges m WHERE m.merged_id = OLD.supporter_id AND m.kept_id = NEW.supporter_id AND m.undone_at IS NULL) OR (EXISTS (SELECT 1 FROM merges m JOIN merge_rows r ON r.merge_id = m.id WHERE r.endorsement_id = NEW.id AND r.what = 'moved' AND m.kept_id = OLD.supporter_id AND m.merged_id = NEW.supporter_id AND m.undone_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM merges m WHERE m.merged_id = NEW.supporter_id AND m.undone_at IS NULL)))) THEN RAISE EXCEPTION 'An entry stays with its supporter, unless two records of one organisation are merged.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_endorsements_words_begin_unreleased() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'A reviewer releases or hides words.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_endorsements_words_released_by_staff() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'A reviewer releases or hides words.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_evidence_delete_by_two() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM endorsements e WHERE e.id = OLD.endorsement_id AND e.kind = 'government' AND e.status IN ('verified', 'suspended') AND NOT EXISTS (SELECT 1 FROM proposed_changes c WHERE c.id = e.change_id AND c.endorsement_id = e.id AND c.applied AND c.instrument_id = OLD.instrument_id AND (c.seconder_id IS NOT NULL OR e.origin = 'published_record'))) THEN RAISE EXCEPTION 'The evidence of a government that counts changes with two people.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE FUNCTION public.refuse_evidence_insert_by_two() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM endorsements e WHERE e.id = NEW.endorsement_id AND e.kind = 'government' AND e.status IN ('verified', 'suspended') AND EXISTS (SELECT 1 FROM evidence o WHERE o.endorsement_id = e.id) AND NOT EXISTS (SELECT 1 FROM proposed_changes c WHERE c.id = e.change_id AND c.endorsement_id = e.id AND c.applied AND c.instrument_id = NEW.instrument_id AND (c.seconder_id IS NOT NULL OR e.origin = 'published_record'))) THEN RAISE EXCEPTION 'The evidence of a government that counts changes with two people.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_evidence_last_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM endorsements e WHERE e.id = OLD.endorsement_id AND e.verified_at IS NOT NULL AND e.status NOT IN ('invalidated', 'erased')) AND NOT EXISTS (SELECT 1 FROM evidence o WHERE o.endorsement_id = OLD.endorsement_id AND o.id <> OLD.id) THEN RAISE EXCEPTION 'A verified entry keeps its evidence.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE FUNCTION public.refuse_evidence_stays_put() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.endorsement_id <> OLD.endorsement_id THEN RAISE EXCEPTION 'Evidence stays with its entry.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_evidence_update_by_two() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM endorsements e WHERE e.id = NEW.endorsement_id AND e.kind = 'government' AND e.status IN ('verified', 'suspended') AND NOT EXISTS (SELECT 1 FROM proposed_changes c WHERE c.id = e.change_id AND c.endorsement_id = e.id AND c.applied AND c.instrument_id = NEW.instrument_id AND (c.seconder_id IS NOT NULL OR e.origin = 'published_record'))) THEN RAISE EXCEPTION 'The evidence of a government that counts changes with two people.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_initiatives_address_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.slug <> OLD.slug THEN RAISE EXCEPTION 'A public address stays.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_instruments_of_governments_by_two() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NOT EXISTS (SELECT 1 FROM evidence v JOIN endorsements e ON e.id = v.endorsement_id WHERE v.instrument_id = NEW.id AND e.kind = 'government' AND e.verified_at IS NOT NULL AND e.status <> 'invalidated') OR (EXISTS (SELECT 1 FROM proposed_edits p WHERE p.instrument_id = NEW.id AND p.applied AND p.seconder_id IS NOT NULL AND p.revision = OLD.revision) AND NEW.revision > OLD.revision)) THEN RAISE EXCEPTION 'A text on which a verified government rests changes with two people.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_ledger_events_begin_unsequenced() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'Only the sequencer gives an entry of the ledger its place.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_ledger_events_confirmed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NEW.delta = 1 AND EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.endorsement_id AND d.action = 'confirm' AND d.to_status = 'verified' AND d.kind = NEW.kind AND d.initiative_id = NEW.initiative_id) AND NOT EXISTS (SELECT 1 FROM ledger_events l WHERE l.endorsement_id = NEW.endorsement_id AND l.cause = NEW.cause)) THEN RAISE EXCEPTION 'An entry of the ledger needs its decision first.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_ledger_events_decided() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT ((NEW.delta = 1 OR NEW.cause NOT IN ('confirm', 'publish', 'reinstate', 'restore', 'verify')) AND (NEW.delta = -1 OR NEW.cause NOT IN ('erase', 'lapse', 'supersede', 'suspend')) AND EXISTS (SELECT 1 FROM endorsements n WHERE n.id = NEW.endorsement_id AND n.initiative_id = NEW.initiative_id AND n.kind = NEW.kind AND (n.kind <> 'government' OR EXISTS (SELECT 1 FROM supporters s WHERE s.id = n.supporter_id AND s.state_iso3 = NEW.state_iso3))) AND (SELECT count(*) FROM ledger_events l WHERE l.endorsement_id = NEW.endorsement_id AND l.cause = NEW.cause) < (SELECT count(*) FROM decisions d WHERE d.endorsement_id = NEW.endorsement_id AND d.action = NEW.cause AND (NEW.cause <> 'confirm' OR d.to_status = 'verified')) * CASE WHEN NEW.cause IN ('invalidate', 'reopen') THEN 1000 WHEN NEW.cause IN ('redate', 'regrade') THEN 4 WHEN NEW.cause = 'withdraw' THEN 2 ELSE 1 END) THEN RAISE EXCEPTION 'An entry of the ledger needs its decision first.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_ledger_events_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The ledger is append-only.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_ledger_events_only_sequenced() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The ledger is append-only.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_ledger_events_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The ledger is append-only.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_merge_rows_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'What a merge did stays on record.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_merge_rows_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'What a merge did stays on record.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_merges_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF TRUE THEN RAISE EXCEPTION 'A merge can only be undone, once.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE FUNCTION public.refuse_merges_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.undone_at IS NOT NULL OR NEW.kept_id <> OLD.kept_id OR NEW.merged_id <> OLD.merged_id OR NEW.staff_id <> OLD.staff_id OR NEW.merged_at <> OLD.merged_at OR NEW.reason <> OLD.reason THEN RAISE EXCEPTION 'A merge can only be undone, once.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_personal_reads_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The record of reads is append-only.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_personal_reads_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The record of reads is append-only.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_proposed_changes_insert_by_new_reviewer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM staff s JOIN endorsements e ON e.id = NEW.endorsement_id WHERE s.id IN (NEW.proposer_id, NEW.seconder_id) AND e.kind = 'government' AND s.governments_from > NEW.settled_at) THEN RAISE EXCEPTION 'A new reviewer does not change a government’s entry yet.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_proposed_changes_list_by_another() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF (NEW.brought_by_id <> OLD.brought_by_id OR (NEW.brought_by_id IS NULL) <> (OLD.brought_by_id IS NULL)) OR NEW.seconder_id = NEW.brought_by_id THEN RAISE EXCEPTION 'Who brought a list in does not second what it says.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_proposed_changes_rest_on_a_text() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.action = 'regrade' AND NEW.grade = 'endorsed' AND NEW.cites = '' AND NEW.instrument_id IS NULL THEN RAISE EXCEPTION 'A grade of endorsed rests on a text.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_proposed_changes_update_by_new_reviewer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM staff s JOIN endorsements e ON e.id = NEW.endorsement_id WHERE s.id IN (NEW.proposer_id, NEW.seconder_id) AND e.kind = 'government' AND s.governments_from > NEW.settled_at) THEN RAISE EXCEPTION 'A new reviewer does not change a government’s entry yet.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_staff_events_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The log of accounts is append-only.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_staff_events_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The log of accounts is append-only.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_staff_named() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'An account has a name.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_staff_stay_named() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'An account has a name.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_state_proposals_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.settled_at IS NOT NULL OR NEW.proposer_id <> OLD.proposer_id OR CAST(NEW.wanted AS TEXT) <> CAST(OLD.wanted AS TEXT) OR (OLD.proposer_id IS NOT NULL AND NEW.proposer_id IS NULL) THEN RAISE EXCEPTION 'What was proposed stays as it was.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_superseded_rows_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF TRUE THEN RAISE EXCEPTION 'What was superseded is kept as it was.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE FUNCTION public.refuse_superseded_rows_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF TRUE THEN RAISE EXCEPTION 'What was superseded is kept as it was.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_supporter_changes_end_once() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.kind IN ('dissolved', 'merged_into') AND NEW.undoes_id IS NULL AND EXISTS (SELECT 1 FROM supporter_changes c WHERE c.supporter_id = NEW.supporter_id AND c.kind IN ('dissolved', 'merged_into') AND c.undoes_id IS NULL AND NOT EXISTS (SELECT 1 FROM supporter_changes u WHERE u.undoes_id = c.id)) THEN RAISE EXCEPTION 'An organisation ends once.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_supporter_changes_fit() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND NOT ((s.kind = 'government' AND NEW.kind IN ('renamed', 'succeeded', 'regrouped')) OR (s.kind = 'organisation' AND (NEW.kind = 'renamed' OR NEW.kind IN ('dissolved', 'merged_into'))) OR (s.kind = 'parliamentarian' AND NEW.kind IN ('mandate_began', 'mandate_ended')))) OR EXISTS (SELECT 1 FROM supporters s JOIN supporters t ON t.id = NEW.successor_id WHERE s.id = NEW.supporter_id AND s.kind <> t.kind) THEN RAISE EXCEPTION 'This cannot happen to a supporter of this kind.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_supporter_changes_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM supporters s WHERE s.id = OLD.supporter_id AND s.erased_at IS NOT NULL) THEN RAISE EXCEPTION 'What happened to a supporter is an append-only record.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE FUNCTION public.refuse_supporter_changes_of_states() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.staff_id IS NOT NULL AND (NEW.seconder_id IS NULL OR NEW.seconder_id = NEW.staff_id) AND EXISTS (SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND s.kind = 'government') THEN RAISE EXCEPTION 'What is recorded of a State takes two people.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_supporter_changes_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF TRUE THEN RAISE EXCEPTION 'What happened to a supporter is an append-only record.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_supporter_changes_undo() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.undoes_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM supporter_changes c WHERE c.id = NEW.undoes_id AND c.undoes_id IS NULL AND c.supporter_id = NEW.supporter_id AND c.kind = NEW.kind) THEN RAISE EXCEPTION 'Only what is recorded of the same supporter can be taken back, once.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_supporters_identity() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'What a supporter is, and which State, cannot change.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_supporters_merged_record() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.merged_into_id IS NOT NULL AND (NEW.kind <> 'organisation' OR EXISTS (SELECT 1 FROM supporters s WHERE s.id = NEW.merged_into_id AND (s.id = NEW.id OR s.kind <> 'organisation' OR s.merged_into_id IS NOT NULL))) THEN RAISE EXCEPTION 'Only an organisation is merged, into another that stands.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_truncation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'This table is kept whole.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.refuse_unlawful_step() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF (((((new.kind)::text = 'government'::text) AND ((new.status)::text <> (old.status)::text) AND (NOT ((((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'needs_info'::text)) OR (((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'rejected'::text)) OR (((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'superseded'::text)) OR (((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'verified'::text)) OR (((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'approved_once'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'needs_info'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'rejected'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'expired'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'rejected'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'rejected'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'staged'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'invalidated'::text)) OR (((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'verified'::text)) OR (((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'unconfirmed'::text) AND ((new.status)::text = 'expired'::text)) OR (((old.status)::text = 'unconfirmed'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'suspended'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'withdrawn'::text))))) OR (((new.kind)::text = 'organisation'::text) AND ((new.status)::text <> (old.status)::text) AND (NOT ((((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'rejected'::text)) OR (((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'needs_info'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'rejected'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'verified'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'invalidated'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'lapsed'::text) AND ((new.status)::text = 'verified'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'expired'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'rejected'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'rejected'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'staged'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'superseded'::text) AND ((new.status)::text = 'verified'::text)) OR (((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'invalidated'::text)) OR (((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'verified'::text)) OR (((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'unconfirmed'::text) AND ((new.status)::text = 'expired'::text)) OR (((old.status)::text = 'unconfirmed'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'lapsed'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'superseded'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'suspended'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'withdrawn'::text))))) OR (((new.kind)::text = ANY ((ARRAY['parliamentarian'::character varying, 'individual'::character varying])::text[])) AND ((new.status)::text <> (old.status)::text) AND (NOT ((((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'erased'::text)) OR (((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'rejected'::text)) OR (((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'expired'::text) AND ((new.status)::text = 'erased'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'erased'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'needs_info'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'rejected'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'verified'::text)) OR (((old.status)::text = 'in_review'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'invalidated'::text) AND ((new.status)::text = 'erased'::text)) OR (((old.status)::text = 'invalidated'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'erased'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'expired'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'rejected'::text)) OR (((old.status)::text = 'needs_info'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'rejected'::text) AND ((new.status)::text = 'erased'::text)) OR (((old.status)::text = 'rejected'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'superseded'::text) AND ((new.status)::text = 'erased'::text)) OR (((old.status)::text = 'superseded'::text) AND ((new.status)::text = 'verified'::text)) OR (((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'erased'::text)) OR (((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'invalidated'::text)) OR (((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'verified'::text)) OR (((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'unconfirmed'::text) AND ((new.status)::text = 'erased'::text)) OR (((old.status)::text = 'unconfirmed'::text) AND ((new.status)::text = 'expired'::text)) OR (((old.status)::text = 'unconfirmed'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'unconfirmed'::text) AND ((new.status)::text = 'verified'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'erased'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'in_review'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'superseded'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'suspended'::text)) OR (((old.status)::text = 'verified'::text) AND ((new.status)::text = 'withdrawn'::text)) OR (((old.status)::text = 'withdrawn'::text) AND ((new.status)::text = 'erased'::text))))))) AND NOT (OLD.status = 'staged' AND NEW.status = 'verified' AND NEW.origin = 'published_record') THEN RAISE EXCEPTION 'This status cannot follow the present one.' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.refuse_veto_classifications_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'Classifications of vetoed texts are kept; a new version supersedes.'; END $$;
CREATE FUNCTION public.refuse_veto_classifications_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'Classifications of vetoed texts are kept; a new version supersedes.'; END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.bulk_rows (
    bulk_id bigint NOT NULL,
    endorsement_id bigint NOT NULL,
    seen bigint NOT NULL,
    decision_id bigint,
    problem text NOT NULL,
    undo_id bigint
);
CREATE TABLE public.bulks (
    id bigint NOT NULL,
    staff_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(24) NOT NULL,
    action character varying(24),
    reason character varying(24),
    words text NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    undone_by_id integer,
    sweep_id bigint,
    seconded_by_id integer,
    CONSTRAINT ck_bulks_started_with_an_action CHECK ((((state)::text = 'preview'::text) OR ((action IS NOT NULL) AND (started_at IS NOT NULL))))
);
CREATE SEQUENCE public.bulks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.bulks_id_seq OWNED BY public.bulks.id;
CREATE TABLE public.campaigns (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    theme character varying(120) NOT NULL,
    lead text NOT NULL,
    "position" integer NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone
);
CREATE SEQUENCE public.campaigns_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.campaigns_id_seq OWNED BY public.campaigns.id;
CREATE TABLE public.challenges (
    id bigint NOT NULL,
    endorsement_id bigint NOT NULL,
    ground character varying(24) NOT NULL,
    words text NOT NULL,
    source character varying(500) NOT NULL,
    email_sealed text,
    email_digest character varying(64),
    locale character varying(8) NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    settled_at timestamp with time zone,
    settled_by_id integer,
    outcome character varying(24),
    answer text NOT NULL,
    network character varying(32) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_challenges_confirmed_first CHECK (((settled_at IS NULL) OR (confirmed_at IS NOT NULL))),
    CONSTRAINT ck_challenges_settled_how CHECK ((((settled_at IS NULL) = (outcome IS NULL)) AND ((settled_at IS NULL) = (settled_by_id IS NULL))))
);
CREATE SEQUENCE public.challenges_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.challenges_id_seq OWNED BY public.challenges.id;
CREATE TABLE public.checkpoints (
    size bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL
);
CREATE TABLE public.claims (
    endorsement_id bigint NOT NULL,
    staff_id integer NOT NULL,
    claimed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.consent_wordings (
    purpose character varying(24) NOT NULL,
    version integer NOT NULL,
    language character varying(8) NOT NULL,
    words text NOT NULL
);
CREATE TABLE public.consents (
    endorsement_id bigint NOT NULL,
    purpose character varying(24) NOT NULL,
    version integer NOT NULL,
    language character varying(8) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone
);
CREATE TABLE public.content_items (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    parent_id bigint,
    row_id bigint,
    seed_key character varying(160),
    seed_digest character varying(64),
    retired_at timestamp with time zone,
    shipped json,
    shipped_digest character varying(64),
    CONSTRAINT ck_content_items_in_its_place CHECK ((((kind)::text = 'campaigns'::text) = (parent_id IS NULL))),
    CONSTRAINT ck_content_items_retired_has_no_row CHECK (((retired_at IS NULL) OR (row_id IS NULL))),
    CONSTRAINT ck_content_items_shipped_with_digest CHECK (((shipped IS NULL) = (shipped_digest IS NULL)))
);
CREATE SEQUENCE public.content_items_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.content_items_id_seq OWNED BY public.content_items.id;
CREATE TABLE public.content_revisions (
    id bigint NOT NULL,
    item_id bigint NOT NULL,
    state character varying(24) NOT NULL,
    content json NOT NULL,
    editor_id integer,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    version integer NOT NULL,
    writer_ids json,
    retires boolean DEFAULT false NOT NULL,
    CONSTRAINT ck_content_revisions_by_somebody CHECK (((editor_id IS NOT NULL) OR ((state)::text = ANY ((ARRAY['draft'::character varying, 'published'::character varying])::text[])))),
    CONSTRAINT ck_content_revisions_known_state CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'published'::character varying, 'discarded'::character varying, 'retired'::character varying])::text[])))
);
CREATE SEQUENCE public.content_revisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.content_revisions_id_seq OWNED BY public.content_revisions.id;
CREATE TABLE public.convenors (
    id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(200) NOT NULL,
    source text NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone
);
CREATE SEQUENCE public.convenors_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.convenors_id_seq OWNED BY public.convenors.id;
CREATE TABLE public.council_revisions (
    id bigint NOT NULL,
    year integer NOT NULL,
    state character varying(24) NOT NULL,
    members json NOT NULL,
    source text NOT NULL,
    editor_id integer,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    version integer NOT NULL,
    writer_ids json,
    seed_digest character varying(64),
    CONSTRAINT ck_council_revisions_by_somebody CHECK (((editor_id IS NOT NULL) OR ((state)::text = 'published'::text) OR (seed_digest IS NOT NULL))),
    CONSTRAINT ck_council_revisions_known_state CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'published'::character varying, 'discarded'::character varying])::text[])))
);
CREATE SEQUENCE public.council_revisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.council_revisions_id_seq OWNED BY public.council_revisions.id;
CREATE TABLE public.council_seats (
    iso3 character varying(3) NOT NULL,
    year integer NOT NULL,
    seat character varying(12) NOT NULL,
    note text NOT NULL,
    source text NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone
);
CREATE TABLE public.decision_notes (
    decision_id bigint NOT NULL,
    words text NOT NULL
);
CREATE TABLE public.decisions (
    id bigint NOT NULL,
    endorsement_id bigint NOT NULL,
    action character varying(24) NOT NULL,
    actor_kind character varying(24) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    staff_id integer,
    from_status character varying(24),
    to_status character varying(24),
    reason character varying(24),
    cites character varying(300) NOT NULL,
    difference json,
    initiative_id bigint,
    kind character varying(24),
    CONSTRAINT ck_decisions_staff_named CHECK ((((actor_kind)::text = 'staff'::text) = (staff_id IS NOT NULL))),
    CONSTRAINT ck_decisions_system_cites CHECK ((((actor_kind)::text <> 'system'::text) OR ((cites)::text <> ''::text)))
);
CREATE SEQUENCE public.decisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.decisions_id_seq OWNED BY public.decisions.id;
CREATE TABLE public.demonstration_mark (
    id integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    filled_at timestamp with time zone,
    CONSTRAINT ck_demonstration_mark_one_row CHECK ((id = 1))
);
CREATE TABLE public.disownments (
    id bigint NOT NULL,
    network character varying(32) NOT NULL,
    disowned_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.disownments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.disownments_id_seq OWNED BY public.disownments.id;
CREATE TABLE public.documents (
    id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    title text NOT NULL,
    dated character varying(10) NOT NULL,
    reference text NOT NULL,
    publisher character varying(160) NOT NULL,
    category character varying(24) NOT NULL,
    source text NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone,
    assessor character varying(24),
    language character varying(2) DEFAULT ''::character varying NOT NULL,
    says text DEFAULT ''::text NOT NULL,
    CONSTRAINT ck_documents_assessor_of_an_assessment CHECK (((assessor IS NULL) OR ((category)::text = 'assessment'::text))),
    CONSTRAINT ck_documents_language_of_two_letters CHECK ((((language)::text = ''::text) OR ((length((language)::text) = 2) AND ((language)::text = lower((language)::text)))))
);
CREATE SEQUENCE public.documents_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.documents_id_seq OWNED BY public.documents.id;
CREATE TABLE public.endorsements (
    id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    supporter_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    origin character varying(24) NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    status character varying(24) NOT NULL,
    status_since timestamp with time zone NOT NULL,
    grade character varying(24) NOT NULL,
    effective_on date,
    effective_precision character varying(24) NOT NULL,
    date_known boolean NOT NULL,
    ended_on date,
    be_named boolean NOT NULL,
    words character varying(500) NOT NULL,
    reach character varying(24),
    locale character varying(8) NOT NULL,
    flag character varying(40) NOT NULL,
    recorder_id integer,
    first_approver_id integer,
    second_approver_id integer,
    superseded_by_id bigint,
    change_id bigint,
    verified_at timestamp with time zone,
    appealed_at timestamp with time zone,
    withdrawal_requested_at timestamp with time zone,
    last_checked_on date,
    commitment_salt character varying(64),
    seed_key character varying(260),
    seed_digest character varying(64),
    second_recorder_id integer,
    words_released boolean,
    words_judged_at timestamp with time zone,
    ending_told_at timestamp with time zone,
    forgotten_at timestamp with time zone,
    words_judged_by_id integer,
    CONSTRAINT ck_endorsements_approved_once_by_one CHECK ((((kind)::text <> 'government'::text) OR ((status)::text <> 'approved_once'::text) OR ((first_approver_id IS NOT NULL) AND (second_approver_id IS NULL)))),
    CONSTRAINT ck_endorsements_approvers_differ CHECK (((second_approver_id IS NULL) OR ((first_approver_id IS NOT NULL) AND (second_approver_id <> first_approver_id)))),
    CONSTRAINT ck_endorsements_counted_from_a_day CHECK ((((status)::text <> ALL ((ARRAY['verified'::character varying, 'suspended'::character varying])::text[])) OR (effective_on IS NOT NULL))),
    CONSTRAINT ck_endorsements_first_approver_not_recorder CHECK (((first_approver_id IS NULL) OR (recorder_id IS NULL) OR (first_approver_id <> recorder_id))),
    CONSTRAINT ck_endorsements_grade_of_governments CHECK ((((kind)::text = 'government'::text) OR ((grade)::text = 'endorsed'::text))),
    CONSTRAINT ck_endorsements_recorder_known CHECK ((((origin)::text <> 'recorded_by_staff'::text) OR (recorder_id IS NOT NULL))),
    CONSTRAINT ck_endorsements_second_approver_not_recorder CHECK (((second_approver_id IS NULL) OR (recorder_id IS NULL) OR (second_approver_id <> recorder_id))),
    CONSTRAINT ck_endorsements_superseded_by_known CHECK ((((status)::text <> 'superseded'::text) OR (superseded_by_id IS NOT NULL))),
    CONSTRAINT ck_endorsements_three_people_for_a_government CHECK ((((kind)::text <> 'government'::text) OR ((origin)::text = 'published_record'::text) OR ((status)::text <> ALL ((ARRAY['verified'::character varying, 'suspended'::character varying, 'superseded'::character varying, 'invalidated'::character varying])::text[])) OR (second_approver_id IS NOT NULL)))
);
CREATE SEQUENCE public.endorsements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.endorsements_id_seq OWNED BY public.endorsements.id;
CREATE TABLE public.evidence (
    id bigint NOT NULL,
    endorsement_id bigint NOT NULL,
    instrument_id bigint NOT NULL,
    quote text NOT NULL,
    page character varying(60) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.evidence_id_seq OWNED BY public.evidence.id;
CREATE TABLE public.handovers (
    endorsement_id bigint NOT NULL,
    to_id integer NOT NULL,
    by_id integer NOT NULL,
    handed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_handovers_to_somebody_else CHECK ((to_id <> by_id))
);
CREATE TABLE public.heartbeats (
    name character varying(40) NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.held_files (
    instrument_id bigint NOT NULL,
    name character varying(160) NOT NULL,
    size integer NOT NULL,
    content bytea NOT NULL,
    network character varying(32) NOT NULL,
    held_at timestamp with time zone NOT NULL
);
CREATE TABLE public.import_mappings (
    headers_digest character varying(64) NOT NULL,
    mapping json NOT NULL
);
CREATE TABLE public.import_rows (
    run_id bigint NOT NULL,
    line integer NOT NULL,
    value character varying(300) NOT NULL,
    outcome character varying(24) NOT NULL,
    reason text NOT NULL,
    choices json,
    state_iso3 character varying(3),
    name_key character varying(200) NOT NULL,
    domain character varying(253),
    website character varying(300),
    country character varying(2),
    effective_on date,
    effective_precision character varying(24),
    supporter_id bigint,
    supporter_made boolean NOT NULL,
    standing_id bigint,
    endorsement_id bigint,
    undone boolean NOT NULL
);
CREATE TABLE public.import_runs (
    id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    staff_id integer NOT NULL,
    kind character varying(24) NOT NULL,
    source text NOT NULL,
    file_name character varying(160) NOT NULL,
    file_sha256 character varying(64) NOT NULL,
    mapping json NOT NULL,
    created_at timestamp with time zone NOT NULL,
    list_date date,
    date_order character varying(24),
    answers json NOT NULL,
    state character varying(24) NOT NULL,
    problem text NOT NULL,
    ended_at timestamp with time zone,
    undone_by_id integer,
    instrument_id bigint,
    applied_by_id integer,
    appeared_line integer DEFAULT 0 NOT NULL
);
CREATE SEQUENCE public.import_runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.import_runs_id_seq OWNED BY public.import_runs.id;
CREATE TABLE public.initiatives (
    id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    official_name character varying(200) NOT NULL,
    asks text NOT NULL,
    summary text NOT NULL,
    launched character varying(10) NOT NULL,
    reference character varying(200) NOT NULL,
    website character varying(200),
    signatory_kinds character varying(120) NOT NULL,
    open_kinds character varying(120) NOT NULL,
    "position" integer NOT NULL,
    notice text NOT NULL,
    closed_on date,
    content_version integer NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone,
    archived_on date,
    reforms_note text DEFAULT ''::text NOT NULL,
    opens_on date,
    aim integer,
    aim_unit character varying(24),
    grades character varying(120) DEFAULT 'announced endorsed voiced'::character varying NOT NULL,
    CONSTRAINT ck_initiatives_aim_can_be_reached CHECK ((((aim IS NULL) = (aim_unit IS NULL)) AND ((aim_unit IS NULL) OR ((aim_unit)::text <> 'governments'::text) OR (aim <= 193)) AND ((aim_unit IS NULL) OR ((aim_unit)::text <> 'per cent'::text) OR (aim <= 100)))),
    CONSTRAINT ck_initiatives_aim_is_something CHECK (((aim IS NULL) OR (aim > 0))),
    CONSTRAINT ck_initiatives_archived_once_closed CHECK (((archived_on IS NULL) OR ((closed_on IS NOT NULL) AND (closed_on <= archived_on)))),
    CONSTRAINT ck_initiatives_grades_include_endorsed CHECK (((grades)::text ~~ '%endorsed%'::text)),
    CONSTRAINT ck_initiatives_opens_before_it_closes CHECK (((opens_on IS NULL) OR (closed_on IS NULL) OR (opens_on < closed_on)))
);
CREATE SEQUENCE public.initiatives_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.initiatives_id_seq OWNED BY public.initiatives.id;
CREATE TABLE public.inspections (
    name character varying(40) NOT NULL,
    inspected_at timestamp with time zone NOT NULL,
    count integer NOT NULL,
    findings json NOT NULL
);
CREATE TABLE public.instruments (
    id bigint NOT NULL,
    type character varying(24) NOT NULL,
    source text NOT NULL,
    dated character varying(10) NOT NULL,
    symbol character varying(60) NOT NULL,
    link character varying(500) NOT NULL,
    secondary_copy boolean NOT NULL,
    last_checked_on date,
    file_sha256 character varying(64),
    file_type character varying(60),
    file_name character varying(160),
    file_size integer,
    seed_key character varying(80),
    publisher character varying(200) DEFAULT ''::character varying NOT NULL,
    language character varying(2) DEFAULT ''::character varying NOT NULL,
    archived_link character varying(500) DEFAULT ''::character varying NOT NULL,
    last_checked_by_id integer,
    file_public boolean DEFAULT false NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_instruments_archived_by_https CHECK ((((archived_link)::text = ''::text) OR ((archived_link)::text ~~ 'https://%'::text))),
    CONSTRAINT ck_instruments_language_of_two_letters CHECK ((((language)::text = ''::text) OR ((length((language)::text) = 2) AND ((language)::text = lower((language)::text))))),
    CONSTRAINT ck_instruments_published_file_known CHECK (((NOT file_public) OR (file_sha256 IS NOT NULL))),
    CONSTRAINT ck_instruments_revision_counts CHECK ((revision > 0))
);
CREATE SEQUENCE public.instruments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.instruments_id_seq OWNED BY public.instruments.id;
CREATE TABLE public.internal_notes (
    id bigint NOT NULL,
    endorsement_id bigint NOT NULL,
    staff_id integer NOT NULL,
    written_at timestamp with time zone NOT NULL,
    words text NOT NULL
);
CREATE SEQUENCE public.internal_notes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.internal_notes_id_seq OWNED BY public.internal_notes.id;
CREATE TABLE public.ledger_events (
    id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    endorsement_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    grade character varying(24) NOT NULL,
    delta smallint NOT NULL,
    effective_on date NOT NULL,
    effective_precision character varying(24) NOT NULL,
    cause character varying(24) NOT NULL,
    membership character varying(24),
    state_iso3 character varying(3),
    supporter_id bigint,
    commitment character varying(64),
    "position" bigint,
    recorded_at timestamp with time zone,
    CONSTRAINT ck_ledger_events_delta CHECK ((delta = ANY (ARRAY['-1'::integer, 1]))),
    CONSTRAINT ck_ledger_events_sequenced_whole CHECK ((("position" IS NULL) = (recorded_at IS NULL))),
    CONSTRAINT ck_ledger_events_state_named CHECK ((((kind)::text = 'government'::text) = (state_iso3 IS NOT NULL)))
);
CREATE SEQUENCE public.ledger_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.ledger_events_id_seq OWNED BY public.ledger_events.id;
CREATE TABLE public.link_checks (
    id bigint NOT NULL,
    address character varying(2000) NOT NULL,
    host character varying(255) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    checked_at timestamp with time zone,
    outcome character varying(24),
    status integer,
    leads_to character varying(2000) NOT NULL,
    dead_since timestamp with time zone,
    CONSTRAINT ck_link_checks_checked_once CHECK (((checked_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT ck_link_checks_dead_since_then CHECK (((dead_since IS NOT NULL) = ((COALESCE(outcome, ''::character varying))::text = ANY ((ARRAY['gone'::character varying, 'unreachable'::character varying])::text[]))))
);
CREATE SEQUENCE public.link_checks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.link_checks_id_seq OWNED BY public.link_checks.id;
CREATE TABLE public.look_alikes (
    id bigint NOT NULL,
    a_id bigint NOT NULL,
    b_id bigint NOT NULL,
    score integer NOT NULL,
    same_domain boolean NOT NULL,
    found_at timestamp with time zone NOT NULL,
    verdict character varying(24),
    judged_by_id integer,
    judged_at timestamp with time zone,
    CONSTRAINT ck_look_alikes_judged_by_somebody CHECK ((((verdict IS NULL) = (judged_by_id IS NULL)) AND ((verdict IS NULL) = (judged_at IS NULL)))),
    CONSTRAINT ck_look_alikes_score CHECK (((score >= 0) AND (score <= 100))),
    CONSTRAINT ck_look_alikes_smaller_first CHECK ((a_id < b_id))
);
CREATE SEQUENCE public.look_alikes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.look_alikes_id_seq OWNED BY public.look_alikes.id;
CREATE TABLE public.mail_relays (
    name character varying(260) NOT NULL,
    smtputf8 boolean NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.manage_links (
    address_digest character varying(64) NOT NULL,
    mail_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);
CREATE TABLE public.merge_rows (
    merge_id bigint NOT NULL,
    endorsement_id bigint NOT NULL,
    what character varying(24) NOT NULL,
    CONSTRAINT ck_merge_rows_what CHECK (((what)::text = ANY ((ARRAY['moved'::character varying, 'superseded'::character varying])::text[])))
);
CREATE TABLE public.merges (
    id bigint NOT NULL,
    kept_id bigint NOT NULL,
    merged_id bigint NOT NULL,
    staff_id integer NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    undone_at timestamp with time zone,
    undone_by_id integer,
    CONSTRAINT ck_merges_two_records CHECK ((kept_id <> merged_id)),
    CONSTRAINT ck_merges_undone_by_somebody CHECK (((undone_at IS NULL) = (undone_by_id IS NULL)))
);
CREATE SEQUENCE public.merges_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.merges_id_seq OWNED BY public.merges.id;
CREATE TABLE public.milestones (
    id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    dated character varying(10) NOT NULL,
    what text NOT NULL,
    source text NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone
);
CREATE SEQUENCE public.milestones_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.milestones_id_seq OWNED BY public.milestones.id;
CREATE TABLE public.name_blocks (
    block character varying(260) NOT NULL,
    supporter_id bigint NOT NULL
);
CREATE TABLE public.officers (
    endorsement_id bigint NOT NULL,
    name character varying(200) NOT NULL,
    title character varying(200) NOT NULL,
    body character varying(200) NOT NULL,
    email_sealed text,
    email_digest character varying(64)
);
CREATE TABLE public.outbox (
    id bigint NOT NULL,
    template character varying(40) NOT NULL,
    locale character varying(8) NOT NULL,
    payload_sealed text NOT NULL,
    message_id character varying(120) NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    address_digest character varying(64),
    day date,
    slot smallint,
    attempts integer NOT NULL,
    last_error character varying(300) NOT NULL,
    sent_at timestamp with time zone,
    about json,
    given_up_at timestamp with time zone,
    lane character varying(32) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_outbox_slot CHECK (((slot >= 1) AND (slot <= 3)))
);
CREATE SEQUENCE public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.outbox_id_seq OWNED BY public.outbox.id;
CREATE TABLE public.own_content (
    id integer NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT ck_own_content_one_row CHECK ((id = 1))
);
CREATE TABLE public.passkeys (
    id integer NOT NULL,
    credential_id bytea NOT NULL,
    public_key bytea NOT NULL,
    sign_count integer,
    transports text,
    backup_state boolean NOT NULL,
    device_type character varying(64) NOT NULL,
    extensions character varying(255),
    create_datetime timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    lastuse_datetime timestamp without time zone NOT NULL,
    name character varying(64) NOT NULL,
    usage character varying(64) NOT NULL,
    user_id integer NOT NULL
);
CREATE SEQUENCE public.passkeys_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.passkeys_id_seq OWNED BY public.passkeys.id;
CREATE TABLE public.personal_reads (
    id bigint NOT NULL,
    staff_id integer NOT NULL,
    endorsement_id bigint,
    kind character varying(24) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT ck_personal_reads_of_an_entry CHECK ((((kind)::text = 'address'::text) OR (endorsement_id IS NOT NULL)))
);
CREATE SEQUENCE public.personal_reads_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.personal_reads_id_seq OWNED BY public.personal_reads.id;
CREATE TABLE public.proposed_changes (
    id bigint NOT NULL,
    endorsement_id bigint NOT NULL,
    action character varying(24) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    proposer_id integer,
    cites character varying(300) NOT NULL,
    reason character varying(24),
    words text NOT NULL,
    grade character varying(24),
    effective_on date,
    effective_precision character varying(24),
    seconder_id integer,
    settled_at timestamp with time zone,
    applied boolean,
    instrument_id bigint,
    brought_by_id integer,
    details json,
    CONSTRAINT ck_proposed_changes_applied_if_seconded CHECK (((applied IS NULL) OR (NOT applied) OR (seconder_id IS NOT NULL) OR ((cites)::text <> ''::text))),
    CONSTRAINT ck_proposed_changes_proposed_by_someone CHECK (((proposer_id IS NULL) = ((cites)::text <> ''::text))),
    CONSTRAINT ck_proposed_changes_settled_how CHECK (((settled_at IS NULL) OR (applied IS NOT NULL))),
    CONSTRAINT ck_proposed_changes_two_people CHECK (((seconder_id IS NULL) OR ((proposer_id IS NOT NULL) AND (seconder_id <> proposer_id))))
);
CREATE SEQUENCE public.proposed_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.proposed_changes_id_seq OWNED BY public.proposed_changes.id;
CREATE TABLE public.proposed_edits (
    id bigint NOT NULL,
    instrument_id bigint NOT NULL,
    revision integer NOT NULL,
    proposer_id integer NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    wanted json NOT NULL,
    is_file boolean NOT NULL,
    words text NOT NULL,
    seconder_id integer,
    settled_at timestamp with time zone,
    applied boolean,
    CONSTRAINT ck_proposed_edits_applied_if_seconded CHECK (((applied IS NULL) OR (NOT applied) OR (seconder_id IS NOT NULL))),
    CONSTRAINT ck_proposed_edits_settled_how CHECK (((settled_at IS NULL) = (applied IS NULL))),
    CONSTRAINT ck_proposed_edits_two_people CHECK (((seconder_id IS NULL) OR (seconder_id <> proposer_id)))
);
CREATE SEQUENCE public.proposed_edits_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.proposed_edits_id_seq OWNED BY public.proposed_edits.id;
CREATE TABLE public.reforms (
    id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    number integer NOT NULL,
    demand text NOT NULL,
    source text NOT NULL,
    status character varying(24) NOT NULL,
    evidence text NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone,
    evidence_source text DEFAULT ''::text NOT NULL,
    CONSTRAINT ck_reforms_assessed_by_evidence CHECK ((((status)::text = 'not assessed'::text) OR (evidence <> ''::text))),
    CONSTRAINT ck_reforms_assessed_with_source CHECK ((((status)::text = 'not assessed'::text) OR (evidence_source <> ''::text)))
);
CREATE SEQUENCE public.reforms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.reforms_id_seq OWNED BY public.reforms.id;
CREATE TABLE public.reported_tallies (
    id bigint NOT NULL,
    tally_id character varying(8) NOT NULL,
    subject character varying(60) NOT NULL,
    campaign_id bigint NOT NULL,
    initiative_id bigint,
    value integer NOT NULL,
    qualifier character varying(20) NOT NULL,
    unit character varying(60) NOT NULL,
    observers integer,
    reported_on date,
    date_precision character varying(40) NOT NULL,
    stands_from date,
    what text NOT NULL,
    source text NOT NULL,
    preferred character varying(24) NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone
);
CREATE SEQUENCE public.reported_tallies_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.reported_tallies_id_seq OWNED BY public.reported_tallies.id;
CREATE TABLE public.roles (
    id integer NOT NULL,
    name character varying(80) NOT NULL,
    description character varying(255),
    permissions text,
    update_datetime timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public.roles_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.roles_id_seq OWNED BY public.roles.id;
CREATE TABLE public.roles_users (
    user_id integer NOT NULL,
    role_id integer NOT NULL
);
CREATE TABLE public.saved_filters (
    id bigint NOT NULL,
    staff_id integer NOT NULL,
    name character varying(60) NOT NULL,
    kind character varying(24),
    initiative character varying(60),
    status character varying(24)
);
CREATE SEQUENCE public.saved_filters_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.saved_filters_id_seq OWNED BY public.saved_filters.id;
CREATE TABLE public.spent_proofs (
    mark character varying(64) NOT NULL,
    until timestamp with time zone NOT NULL
);
CREATE TABLE public.staff (
    name character varying(120) DEFAULT ''::character varying NOT NULL,
    id integer NOT NULL,
    email character varying(255) NOT NULL,
    username character varying(255),
    password character varying(255),
    active boolean NOT NULL,
    fs_uniquifier character varying(64) NOT NULL,
    confirmed_at timestamp without time zone,
    last_login_at timestamp without time zone,
    current_login_at timestamp without time zone,
    last_login_ip character varying(64),
    current_login_ip character varying(64),
    login_count integer,
    tf_primary_method character varying(64),
    tf_totp_secret character varying(255),
    tf_phone_number character varying(128),
    us_totp_secrets text,
    us_phone_number character varying(128),
    fs_webauthn_user_handle character varying(64),
    mf_recovery_codes text,
    create_datetime timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    update_datetime timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    last_code bigint,
    failures integer DEFAULT 0 NOT NULL,
    failing_since timestamp with time zone,
    locked_until timestamp with time zone,
    locks integer DEFAULT 0 NOT NULL,
    governments_from timestamp with time zone,
    confirms_from timestamp with time zone
);
CREATE TABLE public.staff_browsers (
    id bigint NOT NULL,
    staff_id integer NOT NULL,
    token_digest character varying(64) NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    failing_since timestamp with time zone,
    locked_until timestamp with time zone
);
CREATE SEQUENCE public.staff_browsers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.staff_browsers_id_seq OWNED BY public.staff_browsers.id;
CREATE TABLE public.staff_digests (
    staff_id integer NOT NULL,
    day date NOT NULL
);
CREATE TABLE public.staff_drafts (
    id bigint NOT NULL,
    staff_id integer NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    fields_sealed text NOT NULL
);
CREATE SEQUENCE public.staff_drafts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.staff_drafts_id_seq OWNED BY public.staff_drafts.id;
CREATE TABLE public.staff_event_marks (
    event_id bigint NOT NULL,
    network character varying(32) NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.staff_events (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action character varying(24) NOT NULL,
    staff_id integer,
    by_id integer,
    cites character varying(80) NOT NULL,
    detail character varying(160) NOT NULL,
    address_digest character varying(64),
    CONSTRAINT ck_staff_events_about_whom CHECK (((staff_id IS NULL) = (address_digest IS NOT NULL))),
    CONSTRAINT ck_staff_events_by_whom CHECK (((by_id IS NULL) = ((cites)::text <> ''::text)))
);
CREATE SEQUENCE public.staff_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.staff_events_id_seq OWNED BY public.staff_events.id;
CREATE SEQUENCE public.staff_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.staff_id_seq OWNED BY public.staff.id;
CREATE TABLE public.staff_invitations (
    staff_id integer NOT NULL,
    stamp character varying(32) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone
);
CREATE TABLE public.staff_networks (
    network character varying(32) NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    failing_since timestamp with time zone NOT NULL,
    locked_until timestamp with time zone,
    locks integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.staff_sessions (
    id bigint NOT NULL,
    staff_id integer NOT NULL,
    token_digest character varying(64) NOT NULL,
    began_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    browser character varying(20) NOT NULL,
    system character varying(20) NOT NULL,
    network character varying(32) NOT NULL,
    ended_at timestamp with time zone,
    how_ended character varying(24),
    CONSTRAINT ck_staff_sessions_ended_how CHECK (((ended_at IS NULL) = (how_ended IS NULL)))
);
CREATE SEQUENCE public.staff_sessions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.staff_sessions_id_seq OWNED BY public.staff_sessions.id;
CREATE TABLE public.state_name_periods (
    id bigint NOT NULL,
    iso3 character varying(3) NOT NULL,
    language character varying(2) NOT NULL,
    short_name character varying(120) NOT NULL,
    source text NOT NULL,
    formal_name character varying(160) NOT NULL,
    article character varying(8) NOT NULL,
    held_from date,
    held_until date,
    change_id bigint,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone,
    CONSTRAINT ck_state_name_periods_has_a_source CHECK ((source <> ''::text)),
    CONSTRAINT ck_state_name_periods_in_order CHECK ((held_from < held_until))
);
CREATE SEQUENCE public.state_name_periods_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.state_name_periods_id_seq OWNED BY public.state_name_periods.id;
CREATE TABLE public.state_names (
    iso3 character varying(3) NOT NULL,
    language character varying(2) NOT NULL,
    short_name character varying(120) NOT NULL,
    article character varying(8) NOT NULL,
    formal_name character varying(160) NOT NULL,
    source text NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone
);
CREATE TABLE public.state_proposals (
    id bigint NOT NULL,
    supporter_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    wanted json NOT NULL,
    source text NOT NULL,
    happened_on date,
    "precision" character varying(24) NOT NULL,
    undoes_id bigint,
    seen bigint NOT NULL,
    proposer_id integer,
    proposed_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    applied boolean,
    seconder_id integer,
    CONSTRAINT ck_state_proposals_by_somebody CHECK (((proposer_id IS NOT NULL) OR ((kind)::text = 'corrected'::text))),
    CONSTRAINT ck_state_proposals_by_two CHECK (((seconder_id IS NULL) OR (seconder_id <> proposer_id))),
    CONSTRAINT ck_state_proposals_dated CHECK ((((undoes_id IS NULL) AND ((kind)::text <> 'corrected'::text)) = (happened_on IS NOT NULL))),
    CONSTRAINT ck_state_proposals_settled CHECK ((((settled_at IS NULL) = (applied IS NULL)) AND ((applied IS NULL) OR (NOT applied) OR ((seconder_id IS NOT NULL) AND (proposer_id IS NOT NULL)))))
);
CREATE SEQUENCE public.state_proposals_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.state_proposals_id_seq OWNED BY public.state_proposals.id;
CREATE TABLE public.statements (
    id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    initiative_id bigint,
    speaker character varying(200) NOT NULL,
    dated character varying(10) NOT NULL,
    what text NOT NULL,
    source text NOT NULL,
    person character varying(160) NOT NULL,
    document character varying(60) NOT NULL,
    state_iso3 character varying(3),
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone,
    voice character varying(24)
);
CREATE SEQUENCE public.statements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.statements_id_seq OWNED BY public.statements.id;
CREATE TABLE public.states (
    iso3 character varying(3) NOT NULL,
    iso2 character varying(2) NOT NULL,
    name character varying(120) NOT NULL,
    membership character varying(24) NOT NULL,
    regional_group character varying(24) NOT NULL,
    admitted_on date,
    permanent boolean NOT NULL,
    note text NOT NULL,
    source text NOT NULL,
    read_on date NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone
);
CREATE TABLE public.superseded_rows (
    id bigint NOT NULL,
    of_table character varying(40) NOT NULL,
    row_key character varying(60) NOT NULL,
    before json,
    after json,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_superseded_rows_says_something CHECK ((((before IS NULL) AND (after IS NULL)) = ((of_table)::text = 'founding'::text)))
);
CREATE SEQUENCE public.superseded_rows_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.superseded_rows_id_seq OWNED BY public.superseded_rows.id;
CREATE TABLE public.supporter_changes (
    id bigint NOT NULL,
    supporter_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    happened_on date NOT NULL,
    "precision" character varying(24) NOT NULL,
    source text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    difference json NOT NULL,
    former_key character varying(200) NOT NULL,
    successor_id bigint,
    staff_id integer,
    cites character varying(300) NOT NULL,
    undoes_id bigint,
    seconder_id integer,
    CONSTRAINT ck_supporter_changes_former_name_kept CHECK ((((kind)::text = 'renamed'::text) = ((former_key)::text <> ''::text))),
    CONSTRAINT ck_supporter_changes_has_a_source CHECK ((source <> ''::text)),
    CONSTRAINT ck_supporter_changes_recorded_by_someone CHECK (((staff_id IS NULL) = ((cites)::text <> ''::text))),
    CONSTRAINT ck_supporter_changes_succeeded_by_another CHECK ((successor_id <> supporter_id)),
    CONSTRAINT ck_supporter_changes_successor_named CHECK ((((kind)::text = ANY ((ARRAY['merged_into'::character varying, 'succeeded'::character varying])::text[])) = (successor_id IS NOT NULL)))
);
CREATE SEQUENCE public.supporter_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.supporter_changes_id_seq OWNED BY public.supporter_changes.id;
CREATE TABLE public.supporters (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    name character varying(200) NOT NULL,
    name_key character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state_iso3 character varying(3),
    country character varying(2),
    email_sealed text,
    email_digest character varying(64),
    role character varying(200) NOT NULL,
    website character varying(300),
    domain character varying(253),
    chamber character varying(160) NOT NULL,
    sitting boolean,
    mandate_from date,
    mandate_until date,
    official_page character varying(300),
    erased_at timestamp with time zone,
    seed_key character varying(260),
    compared_at timestamp with time zone,
    merged_into_id bigint,
    plain_key character varying(200),
    claimed_digest character varying(64),
    CONSTRAINT ck_supporters_claimed_until_confirmed CHECK (((claimed_digest IS NULL) OR (email_digest IS NULL))),
    CONSTRAINT ck_supporters_government_state CHECK ((((kind)::text = 'government'::text) = (state_iso3 IS NOT NULL)))
);
CREATE SEQUENCE public.supporters_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.supporters_id_seq OWNED BY public.supporters.id;
CREATE TABLE public.surges (
    source character varying(24) NOT NULL,
    name character varying(255) NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT ck_surges_ends_after_it_began CHECK ((until > since)),
    CONSTRAINT ck_surges_known_source CHECK (((source)::text = ANY ((ARRAY['network'::character varying, 'mail_domain'::character varying])::text[])))
);
CREATE TABLE public.sweeps (
    id bigint NOT NULL,
    staff_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    query json NOT NULL
);
CREATE SEQUENCE public.sweeps_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.sweeps_id_seq OWNED BY public.sweeps.id;
CREATE TABLE public.tally_days (
    initiative_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    grade character varying(24) NOT NULL,
    membership character varying(8) NOT NULL,
    state_iso3 character varying(3) NOT NULL,
    effective_on date NOT NULL,
    recorded_on date NOT NULL,
    delta integer NOT NULL
);
CREATE TABLE public.traces (
    endorsement_id bigint NOT NULL,
    network character varying(32) NOT NULL,
    mail_domain character varying(255) NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.upgrade_notes (
    id bigint NOT NULL,
    revision character varying(8) NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    found character varying(40) NOT NULL,
    rows json NOT NULL
);
CREATE SEQUENCE public.upgrade_notes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.upgrade_notes_id_seq OWNED BY public.upgrade_notes.id;
CREATE TABLE public.veto_classifications (
    id bigint NOT NULL,
    veto_id character varying(12) NOT NULL,
    situation character varying(80) NOT NULL,
    classifier character varying(200) NOT NULL,
    classified character varying(10) NOT NULL,
    basis character varying(24) NOT NULL,
    evidence text NOT NULL,
    note text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    takes_back boolean NOT NULL,
    supersedes_id bigint,
    staff_id integer,
    cites character varying(300) NOT NULL,
    CONSTRAINT ck_veto_classifications_has_a_classifier CHECK (((classifier)::text <> ''::text)),
    CONSTRAINT ck_veto_classifications_has_a_date CHECK (((classified)::text <> ''::text)),
    CONSTRAINT ck_veto_classifications_has_evidence CHECK ((evidence <> ''::text)),
    CONSTRAINT ck_veto_classifications_known_basis CHECK (((basis)::text = ANY ((ARRAY['stated'::character varying, 'inferred'::character varying])::text[]))),
    CONSTRAINT ck_veto_classifications_recorded_by_someone CHECK (((staff_id IS NULL) = ((cites)::text <> ''::text))),
    CONSTRAINT ck_veto_classifications_situation_unless_taken_back CHECK ((takes_back = ((situation)::text = ''::text))),
    CONSTRAINT ck_veto_classifications_takes_something_back CHECK (((NOT takes_back) OR (supersedes_id IS NOT NULL)))
);
CREATE SEQUENCE public.veto_classifications_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.veto_classifications_id_seq OWNED BY public.veto_classifications.id;
CREATE TABLE public.vetoes (
    veto_id character varying(12) NOT NULL,
    vetoed_on date NOT NULL,
    symbol character varying(60) NOT NULL,
    meeting character varying(60) NOT NULL,
    instrument character varying(24) NOT NULL,
    agenda_item text NOT NULL,
    situation character varying(80) NOT NULL,
    members character varying(120) NOT NULL,
    as_listed character varying(80) NOT NULL,
    note text NOT NULL,
    quality character varying(80) NOT NULL,
    source text NOT NULL,
    read_on date NOT NULL,
    seed_key character varying(160),
    seed_digest character varying(64),
    edited_at timestamp with time zone,
    CONSTRAINT ck_vetoes_by_permanent_members CHECK ((((members)::text <> ''::text) AND (replace(replace(replace(replace(replace(replace((members)::text, 'RUS'::text, ''::text), 'USA'::text, ''::text), 'GBR'::text, ''::text), 'CHN'::text, ''::text), 'FRA'::text, ''::text), ' '::text, ''::text) = ''::text))),
    CONSTRAINT ck_vetoes_has_a_source CHECK ((source <> ''::text))
);
ALTER TABLE ONLY public.bulks ALTER COLUMN id SET DEFAULT nextval('public.bulks_id_seq'::regclass);
ALTER TABLE ONLY public.campaigns ALTER COLUMN id SET DEFAULT nextval('public.campaigns_id_seq'::regclass);
ALTER TABLE ONLY public.challenges ALTER COLUMN id SET DEFAULT nextval('public.challenges_id_seq'::regclass);
ALTER TABLE ONLY public.content_items ALTER COLUMN id SET DEFAULT nextval('public.content_items_id_seq'::regclass);
ALTER TABLE ONLY public.content_revisions ALTER COLUMN id SET DEFAULT nextval('public.content_revisions_id_seq'::regclass);
ALTER TABLE ONLY public.convenors ALTER COLUMN id SET DEFAULT nextval('public.convenors_id_seq'::regclass);
ALTER TABLE ONLY public.council_revisions ALTER COLUMN id SET DEFAULT nextval('public.council_revisions_id_seq'::regclass);
ALTER TABLE ONLY public.decisions ALTER COLUMN id SET DEFAULT nextval('public.decisions_id_seq'::regclass);
ALTER TABLE ONLY public.disownments ALTER COLUMN id SET DEFAULT nextval('public.disownments_id_seq'::regclass);
ALTER TABLE ONLY public.documents ALTER COLUMN id SET DEFAULT nextval('public.documents_id_seq'::regclass);
ALTER TABLE ONLY public.endorsements ALTER COLUMN id SET DEFAULT nextval('public.endorsements_id_seq'::regclass);
ALTER TABLE ONLY public.evidence ALTER COLUMN id SET DEFAULT nextval('public.evidence_id_seq'::regclass);
ALTER TABLE ONLY public.import_runs ALTER COLUMN id SET DEFAULT nextval('public.import_runs_id_seq'::regclass);
ALTER TABLE ONLY public.initiatives ALTER COLUMN id SET DEFAULT nextval('public.initiatives_id_seq'::regclass);
ALTER TABLE ONLY public.instruments ALTER COLUMN id SET DEFAULT nextval('public.instruments_id_seq'::regclass);
ALTER TABLE ONLY public.internal_notes ALTER COLUMN id SET DEFAULT nextval('public.internal_notes_id_seq'::regclass);
ALTER TABLE ONLY public.ledger_events ALTER COLUMN id SET DEFAULT nextval('public.ledger_events_id_seq'::regclass);
ALTER TABLE ONLY public.link_checks ALTER COLUMN id SET DEFAULT nextval('public.link_checks_id_seq'::regclass);
ALTER TABLE ONLY public.look_alikes ALTER COLUMN id SET DEFAULT nextval('public.look_alikes_id_seq'::regclass);
ALTER TABLE ONLY public.merges ALTER COLUMN id SET DEFAULT nextval('public.merges_id_seq'::regclass);
ALTER TABLE ONLY public.milestones ALTER COLUMN id SET DEFAULT nextval('public.milestones_id_seq'::regclass);
ALTER TABLE ONLY public.outbox ALTER COLUMN id SET DEFAULT nextval('public.outbox_id_seq'::regclass);
ALTER TABLE ONLY public.passkeys ALTER COLUMN id SET DEFAULT nextval('public.passkeys_id_seq'::regclass);
ALTER TABLE ONLY public.personal_reads ALTER COLUMN id SET DEFAULT nextval('public.personal_reads_id_seq'::regclass);
ALTER TABLE ONLY public.proposed_changes ALTER COLUMN id SET DEFAULT nextval('public.proposed_changes_id_seq'::regclass);
ALTER TABLE ONLY public.proposed_edits ALTER COLUMN id SET DEFAULT nextval('public.proposed_edits_id_seq'::regclass);
ALTER TABLE ONLY public.reforms ALTER COLUMN id SET DEFAULT nextval('public.reforms_id_seq'::regclass);
ALTER TABLE ONLY public.reported_tallies ALTER COLUMN id SET DEFAULT nextval('public.reported_tallies_id_seq'::regclass);
ALTER TABLE ONLY public.roles ALTER COLUMN id SET DEFAULT nextval('public.roles_id_seq'::regclass);
ALTER TABLE ONLY public.saved_filters ALTER COLUMN id SET DEFAULT nextval('public.saved_filters_id_seq'::regclass);
ALTER TABLE ONLY public.staff ALTER COLUMN id SET DEFAULT nextval('public.staff_id_seq'::regclass);
ALTER TABLE ONLY public.staff_browsers ALTER COLUMN id SET DEFAULT nextval('public.staff_browsers_id_seq'::regclass);
ALTER TABLE ONLY public.staff_drafts ALTER COLUMN id SET DEFAULT nextval('public.staff_drafts_id_seq'::regclass);
ALTER TABLE ONLY public.staff_events ALTER COLUMN id SET DEFAULT nextval('public.staff_events_id_seq'::regclass);
ALTER TABLE ONLY public.staff_sessions ALTER COLUMN id SET DEFAULT nextval('public.staff_sessions_id_seq'::regclass);
ALTER TABLE ONLY public.state_name_periods ALTER COLUMN id SET DEFAULT nextval('public.state_name_periods_id_seq'::regclass);
ALTER TABLE ONLY public.state_proposals ALTER COLUMN id SET DEFAULT nextval('public.state_proposals_id_seq'::regclass);
ALTER TABLE ONLY public.statements ALTER COLUMN id SET DEFAULT nextval('public.statements_id_seq'::regclass);
ALTER TABLE ONLY public.superseded_rows ALTER COLUMN id SET DEFAULT nextval('public.superseded_rows_id_seq'::regclass);
ALTER TABLE ONLY public.supporter_changes ALTER COLUMN id SET DEFAULT nextval('public.supporter_changes_id_seq'::regclass);
ALTER TABLE ONLY public.supporters ALTER COLUMN id SET DEFAULT nextval('public.supporters_id_seq'::regclass);
ALTER TABLE ONLY public.sweeps ALTER COLUMN id SET DEFAULT nextval('public.sweeps_id_seq'::regclass);
ALTER TABLE ONLY public.upgrade_notes ALTER COLUMN id SET DEFAULT nextval('public.upgrade_notes_id_seq'::regclass);
ALTER TABLE ONLY public.veto_classifications ALTER COLUMN id SET DEFAULT nextval('public.veto_classifications_id_seq'::regclass);
INSERT INTO public.alembic_version VALUES ('0036');
INSERT INTO public.bulk_rows VALUES (1, 1, 1, NULL, 'Some words', NULL);
INSERT INTO public.bulks VALUES (1, 1, '2026-11-20 06:00:00+00', 'preview', NULL, NULL, 'Some words', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.campaigns VALUES (1, 'veto-restraint', 'UN Security Council Code of Conduct', 'Restraint of the veto', 'Two initiatives ask that no veto stand in the way of action against genocide, crimes against humanity and war crimes.', 1, 'campaign veto-restraint', '7f8f8c3c9aadc4ae90d9c2bcf1ec3bca3f67dcc02c7342e0401f3b2c4eaa9509', NULL);
INSERT INTO public.campaigns VALUES (2, 'un2020', 'UN2020 Initiative', 'Renewal of the United Nations', 'A civil society initiative that asked for the 75th anniversary of the United Nations to be used for stocktaking, recommitment to the Charter and reform.', 2, 'campaign un2020', 'e4a15359490d8522ab41feedff8932a89fdf3eb61f4b1097674e62a80a8140df', NULL);
INSERT INTO public.campaigns VALUES (3, '1-for-7-billion', '1 for 7 Billion', 'Selection of the Secretary-General', 'Ten reforms for an open, fair and inclusive choice of the best possible candidate for Secretary-General.', 3, 'campaign 1-for-7-billion', '2ce36e8ab714a9a97a34b8bbbc3ad8701743dd202a9bd493a283c843804bfe00', NULL);
INSERT INTO public.campaigns VALUES (4, 'unpa', 'Campaign for a United Nations Parliamentary Assembly', 'Democratic representation', 'An assembly of elected representatives, so that citizens and not only States have a voice at the United Nations.', 4, 'campaign unpa', 'eb1d4c7bd49cfa95b3743c0e4227843077b8cc7466a5bac9a86b5f7a0542087b', NULL);
INSERT INTO public.challenges VALUES (1, 3, 'myself', 'An invented report, for demonstration only.', '', NULL, NULL, 'en', '2019-12-09 12:00:00+00', '2019-12-09 12:00:00+00', '2019-12-14 12:00:00+00', 2, 'changed', '', '');
INSERT INTO public.challenges VALUES (2, 2, 'grade', 'An invented report, for demonstration only.', '', NULL, NULL, 'en', '2020-03-11 12:00:00+00', '2020-03-11 12:00:00+00', '2020-03-16 12:00:00+00', 2, 'changed', '', '');
INSERT INTO public.challenges VALUES (3, 8, 'other', 'An invented report, for demonstration only.', '', NULL, NULL, 'en', '2022-01-31 12:00:00+00', '2022-01-31 12:00:00+00', '2022-02-05 12:00:00+00', 2, 'changed', '', '');
INSERT INTO public.challenges VALUES (4, 7, 'date', 'An invented report, for demonstration only.', '', NULL, NULL, 'en', '2023-01-29 12:00:00+00', '2023-01-29 12:00:00+00', '2023-02-03 12:00:00+00', 2, 'changed', '', '');
INSERT INTO public.challenges VALUES (5, 6, 'other', 'An invented report, for demonstration only.', '', NULL, NULL, 'en', '2024-10-29 12:00:00+00', '2024-10-29 12:00:00+00', '2024-11-03 12:00:00+00', 2, 'changed', '', '');
INSERT INTO public.challenges VALUES (6, 4, 'not_authorised', 'An invented report, for demonstration only.', '', NULL, NULL, 'en', '2025-09-27 12:00:00+00', '2025-09-27 12:00:00+00', '2025-10-02 12:00:00+00', 2, 'changed', '', '');
INSERT INTO public.challenges VALUES (7, 5, 'myself', 'An invented report, for demonstration only.', '', NULL, NULL, 'en', '2026-04-16 12:00:00+00', '2026-04-16 12:00:00+00', '2026-04-21 12:00:00+00', 2, 'changed', '', '');
INSERT INTO public.challenges VALUES (8, 1, 'myself', 'An invented report, for demonstration only.', '', NULL, NULL, 'en', '2026-07-25 12:00:00+00', '2026-07-25 12:00:00+00', '2026-07-30 12:00:00+00', 2, 'changed', '', '');
INSERT INTO public.checkpoints VALUES (1, '2017-06-11 23:00:00+00');
INSERT INTO public.checkpoints VALUES (2, '2017-08-27 23:00:00+00');
INSERT INTO public.checkpoints VALUES (3, '2017-09-24 23:00:00+00');
INSERT INTO public.checkpoints VALUES (4, '2017-11-19 23:00:00+00');
INSERT INTO public.checkpoints VALUES (5, '2018-01-07 23:00:00+00');
INSERT INTO public.checkpoints VALUES (6, '2018-01-14 23:00:00+00');
INSERT INTO public.checkpoints VALUES (7, '2018-02-04 23:00:00+00');
INSERT INTO public.checkpoints VALUES (8, '2018-02-25 23:00:00+00');
INSERT INTO public.checkpoints VALUES (9, '2018-03-18 23:00:00+00');
INSERT INTO public.checkpoints VALUES (10, '2018-04-22 23:00:00+00');
INSERT INTO public.checkpoints VALUES (11, '2018-04-29 23:00:00+00');
INSERT INTO public.checkpoints VALUES (12, '2018-05-06 23:00:00+00');
INSERT INTO public.checkpoints VALUES (13, '2018-07-22 23:00:00+00');
INSERT INTO public.checkpoints VALUES (14, '2018-08-26 23:00:00+00');
INSERT INTO public.checkpoints VALUES (15, '2018-10-07 23:00:00+00');
INSERT INTO public.checkpoints VALUES (17, '2018-10-28 23:00:00+00');
INSERT INTO public.checkpoints VALUES (18, '2018-11-18 23:00:00+00');
INSERT INTO public.checkpoints VALUES (19, '2019-01-06 23:00:00+00');
INSERT INTO public.checkpoints VALUES (20, '2019-02-10 23:00:00+00');
INSERT INTO public.checkpoints VALUES (21, '2019-05-19 23:00:00+00');
INSERT INTO public.checkpoints VALUES (22, '2019-10-13 23:00:00+00');
INSERT INTO public.checkpoints VALUES (23, '2019-12-15 23:00:00+00');
INSERT INTO public.checkpoints VALUES (24, '2019-12-22 23:00:00+00');
INSERT INTO public.checkpoints VALUES (26, '2019-12-29 23:00:00+00');
INSERT INTO public.checkpoints VALUES (27, '2020-01-19 23:00:00+00');
INSERT INTO public.checkpoints VALUES (28, '2020-02-02 23:00:00+00');
INSERT INTO public.checkpoints VALUES (29, '2020-03-22 23:00:00+00');
INSERT INTO public.checkpoints VALUES (33, '2020-03-29 23:00:00+00');
INSERT INTO public.checkpoints VALUES (34, '2020-04-05 23:00:00+00');
INSERT INTO public.checkpoints VALUES (35, '2020-05-03 23:00:00+00');
INSERT INTO public.checkpoints VALUES (36, '2020-05-10 23:00:00+00');
INSERT INTO public.checkpoints VALUES (37, '2020-05-17 23:00:00+00');
INSERT INTO public.checkpoints VALUES (38, '2020-07-05 23:00:00+00');
INSERT INTO public.checkpoints VALUES (39, '2020-07-12 23:00:00+00');
INSERT INTO public.checkpoints VALUES (41, '2020-08-02 23:00:00+00');
INSERT INTO public.checkpoints VALUES (42, '2020-08-09 23:00:00+00');
INSERT INTO public.checkpoints VALUES (43, '2020-09-20 23:00:00+00');
INSERT INTO public.checkpoints VALUES (44, '2020-10-04 23:00:00+00');
INSERT INTO public.checkpoints VALUES (45, '2020-11-01 23:00:00+00');
INSERT INTO public.checkpoints VALUES (46, '2020-11-08 23:00:00+00');
INSERT INTO public.checkpoints VALUES (48, '2020-11-15 23:00:00+00');
INSERT INTO public.checkpoints VALUES (50, '2021-01-03 23:00:00+00');
INSERT INTO public.checkpoints VALUES (52, '2021-06-27 23:00:00+00');
INSERT INTO public.checkpoints VALUES (53, '2021-09-05 23:00:00+00');
INSERT INTO public.checkpoints VALUES (54, '2021-09-12 23:00:00+00');
INSERT INTO public.checkpoints VALUES (55, '2021-09-19 23:00:00+00');
INSERT INTO public.checkpoints VALUES (56, '2021-11-07 23:00:00+00');
INSERT INTO public.checkpoints VALUES (57, '2022-02-06 23:00:00+00');
INSERT INTO public.checkpoints VALUES (58, '2022-02-20 23:00:00+00');
INSERT INTO public.checkpoints VALUES (59, '2022-06-05 23:00:00+00');
INSERT INTO public.checkpoints VALUES (62, '2022-07-31 23:00:00+00');
INSERT INTO public.checkpoints VALUES (64, '2022-08-07 23:00:00+00');
INSERT INTO public.checkpoints VALUES (65, '2022-09-04 23:00:00+00');
INSERT INTO public.checkpoints VALUES (66, '2022-09-25 23:00:00+00');
INSERT INTO public.checkpoints VALUES (69, '2022-10-02 23:00:00+00');
INSERT INTO public.checkpoints VALUES (70, '2022-10-30 23:00:00+00');
INSERT INTO public.checkpoints VALUES (72, '2022-11-20 23:00:00+00');
INSERT INTO public.checkpoints VALUES (73, '2022-11-27 23:00:00+00');
INSERT INTO public.checkpoints VALUES (77, '2022-12-04 23:00:00+00');
INSERT INTO public.checkpoints VALUES (80, '2022-12-11 23:00:00+00');
INSERT INTO public.checkpoints VALUES (81, '2022-12-18 23:00:00+00');
INSERT INTO public.checkpoints VALUES (82, '2023-01-08 23:00:00+00');
INSERT INTO public.checkpoints VALUES (84, '2023-01-15 23:00:00+00');
INSERT INTO public.checkpoints VALUES (85, '2023-02-05 23:00:00+00');
INSERT INTO public.checkpoints VALUES (86, '2023-02-12 23:00:00+00');
INSERT INTO public.checkpoints VALUES (89, '2023-02-19 23:00:00+00');
INSERT INTO public.checkpoints VALUES (91, '2023-03-12 23:00:00+00');
INSERT INTO public.checkpoints VALUES (92, '2023-04-30 23:00:00+00');
INSERT INTO public.checkpoints VALUES (93, '2023-05-14 23:00:00+00');
INSERT INTO public.checkpoints VALUES (94, '2023-06-18 23:00:00+00');
INSERT INTO public.checkpoints VALUES (96, '2023-06-25 23:00:00+00');
INSERT INTO public.checkpoints VALUES (97, '2023-07-16 23:00:00+00');
INSERT INTO public.checkpoints VALUES (98, '2023-07-23 23:00:00+00');
INSERT INTO public.checkpoints VALUES (99, '2023-08-06 23:00:00+00');
INSERT INTO public.checkpoints VALUES (100, '2023-09-24 23:00:00+00');
INSERT INTO public.checkpoints VALUES (101, '2023-10-29 23:00:00+00');
INSERT INTO public.checkpoints VALUES (103, '2023-11-19 23:00:00+00');
INSERT INTO public.checkpoints VALUES (105, '2023-12-03 23:00:00+00');
INSERT INTO public.checkpoints VALUES (106, '2023-12-17 23:00:00+00');
INSERT INTO public.checkpoints VALUES (107, '2024-01-21 23:00:00+00');
INSERT INTO public.checkpoints VALUES (109, '2024-03-17 23:00:00+00');
INSERT INTO public.checkpoints VALUES (111, '2024-04-28 23:00:00+00');
INSERT INTO public.checkpoints VALUES (112, '2024-06-23 23:00:00+00');
INSERT INTO public.checkpoints VALUES (113, '2024-06-30 23:00:00+00');
INSERT INTO public.checkpoints VALUES (115, '2024-08-25 23:00:00+00');
INSERT INTO public.checkpoints VALUES (117, '2024-10-06 23:00:00+00');
INSERT INTO public.checkpoints VALUES (119, '2024-11-03 23:00:00+00');
INSERT INTO public.checkpoints VALUES (120, '2024-11-17 23:00:00+00');
INSERT INTO public.checkpoints VALUES (122, '2024-11-24 23:00:00+00');
INSERT INTO public.checkpoints VALUES (126, '2024-12-01 23:00:00+00');
INSERT INTO public.checkpoints VALUES (127, '2024-12-29 23:00:00+00');
INSERT INTO public.checkpoints VALUES (128, '2025-01-19 23:00:00+00');
INSERT INTO public.checkpoints VALUES (130, '2025-01-26 23:00:00+00');
INSERT INTO public.checkpoints VALUES (132, '2025-03-09 23:00:00+00');
INSERT INTO public.checkpoints VALUES (133, '2025-03-16 23:00:00+00');
INSERT INTO public.checkpoints VALUES (134, '2025-03-30 23:00:00+00');
INSERT INTO public.checkpoints VALUES (136, '2025-04-06 23:00:00+00');
INSERT INTO public.checkpoints VALUES (138, '2025-04-13 23:00:00+00');
INSERT INTO public.checkpoints VALUES (140, '2025-04-27 23:00:00+00');
INSERT INTO public.checkpoints VALUES (143, '2025-05-04 23:00:00+00');
INSERT INTO public.checkpoints VALUES (145, '2025-05-11 23:00:00+00');
INSERT INTO public.checkpoints VALUES (147, '2025-06-08 23:00:00+00');
INSERT INTO public.checkpoints VALUES (148, '2025-06-22 23:00:00+00');
INSERT INTO public.checkpoints VALUES (149, '2025-08-03 23:00:00+00');
INSERT INTO public.checkpoints VALUES (151, '2025-08-24 23:00:00+00');
INSERT INTO public.checkpoints VALUES (153, '2025-09-21 23:00:00+00');
INSERT INTO public.checkpoints VALUES (154, '2025-10-05 23:00:00+00');
INSERT INTO public.checkpoints VALUES (157, '2025-10-12 23:00:00+00');
INSERT INTO public.checkpoints VALUES (158, '2025-10-19 23:00:00+00');
INSERT INTO public.checkpoints VALUES (160, '2025-11-16 23:00:00+00');
INSERT INTO public.checkpoints VALUES (163, '2026-01-04 23:00:00+00');
INSERT INTO public.checkpoints VALUES (165, '2026-02-01 23:00:00+00');
INSERT INTO public.checkpoints VALUES (167, '2026-03-29 23:00:00+00');
INSERT INTO public.checkpoints VALUES (168, '2026-04-26 23:00:00+00');
INSERT INTO public.checkpoints VALUES (169, '2026-05-03 23:00:00+00');
INSERT INTO public.checkpoints VALUES (170, '2026-05-10 23:00:00+00');
INSERT INTO public.checkpoints VALUES (171, '2026-08-02 23:00:00+00');
INSERT INTO public.checkpoints VALUES (173, '2026-08-09 23:00:00+00');
INSERT INTO public.checkpoints VALUES (175, '2026-08-30 23:00:00+00');
INSERT INTO public.checkpoints VALUES (176, '2026-09-13 23:00:00+00');
INSERT INTO public.checkpoints VALUES (178, '2026-09-20 23:00:00+00');
INSERT INTO public.checkpoints VALUES (180, '2026-10-18 23:00:00+00');
INSERT INTO public.checkpoints VALUES (182, '2026-11-20 06:00:00+00');
INSERT INTO public.claims VALUES (1, 1, '2026-11-20 06:00:00+00');
INSERT INTO public.consent_wordings VALUES ('counted', 1, 'en', 'I want my support to be counted, and I agree that Rollcall keeps my name and, encrypted, my e-mail address for this, until I have them erased.');
INSERT INTO public.consent_wordings VALUES ('named', 1, 'en', 'Show my name in the public list of supporters. I can change this at any time.');
INSERT INTO public.consent_wordings VALUES ('age', 1, 'en', 'I am 16 years old or older.');
INSERT INTO public.consent_wordings VALUES ('authorised', 1, 'en', 'I am authorised to record this on behalf of the body named above.');
INSERT INTO public.consent_wordings VALUES ('contact', 1, 'en', 'I agree that Rollcall keeps my name, role and e-mail address to verify this entry. They are never published.');
INSERT INTO public.consent_wordings VALUES ('counted', 2, 'en', 'I want my support to be counted, and I agree that Rollcall keeps my name and, encrypted, my e-mail address for this, for the periods on the privacy page or until I have them erased.');
INSERT INTO public.consent_wordings VALUES ('named', 2, 'en', 'Show my name in the public list of supporters. I can change this at any time.');
INSERT INTO public.consent_wordings VALUES ('age', 2, 'en', 'I am 16 years old or older.');
INSERT INTO public.consent_wordings VALUES ('authorised', 2, 'en', 'I am authorised to record this on behalf of the body named above.');
INSERT INTO public.consent_wordings VALUES ('contact', 2, 'en', 'I agree that Rollcall keeps my name, role and e-mail address to verify this entry. They are never published.');
INSERT INTO public.consent_wordings VALUES ('in_record', 2, 'en', 'Keep my name in the record after my other personal details have been erased. I can have it removed at any time.');
INSERT INTO public.consents VALUES (13, 'counted', 2, 'en', '2023-02-08 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (14, 'counted', 2, 'en', '2026-09-10 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (15, 'counted', 2, 'en', '2018-02-03 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (16, 'counted', 2, 'en', '2018-01-10 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (17, 'counted', 2, 'en', '2018-03-16 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (18, 'counted', 2, 'en', '2025-03-16 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (19, 'counted', 2, 'en', '2022-09-02 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (20, 'counted', 2, 'en', '2020-01-30 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (21, 'counted', 2, 'en', '2022-09-22 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (22, 'counted', 2, 'en', '2023-04-26 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (23, 'counted', 2, 'en', '2018-04-21 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (24, 'counted', 2, 'en', '2018-01-07 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (25, 'counted', 2, 'en', '2023-07-21 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (26, 'counted', 2, 'en', '2025-10-10 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (27, 'counted', 2, 'en', '2022-11-14 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (28, 'counted', 2, 'en', '2025-03-27 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (29, 'counted', 2, 'en', '2020-07-09 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (30, 'counted', 2, 'en', '2020-05-01 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (31, 'counted', 2, 'en', '2025-06-02 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (32, 'counted', 2, 'en', '2025-04-07 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (33, 'counted', 2, 'en', '2024-10-31 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (34, 'counted', 2, 'en', '2018-02-22 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (35, 'counted', 2, 'en', '2025-04-05 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (36, 'counted', 2, 'en', '2025-04-06 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (13, 'age', 2, 'en', '2023-02-08 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (14, 'age', 2, 'en', '2026-09-10 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (15, 'age', 2, 'en', '2018-02-03 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (16, 'age', 2, 'en', '2018-01-10 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (17, 'age', 2, 'en', '2018-03-16 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (18, 'age', 2, 'en', '2025-03-16 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (19, 'age', 2, 'en', '2022-09-02 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (20, 'age', 2, 'en', '2020-01-30 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (21, 'age', 2, 'en', '2022-09-22 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (22, 'age', 2, 'en', '2023-04-26 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (23, 'age', 2, 'en', '2018-04-21 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (24, 'age', 2, 'en', '2018-01-07 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (25, 'age', 2, 'en', '2023-07-21 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (26, 'age', 2, 'en', '2025-10-10 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (27, 'age', 2, 'en', '2022-11-14 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (28, 'age', 2, 'en', '2025-03-27 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (29, 'age', 2, 'en', '2020-07-09 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (30, 'age', 2, 'en', '2020-05-01 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (31, 'age', 2, 'en', '2025-06-02 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (32, 'age', 2, 'en', '2025-04-07 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (33, 'age', 2, 'en', '2024-10-31 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (34, 'age', 2, 'en', '2018-02-22 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (35, 'age', 2, 'en', '2025-04-05 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (36, 'age', 2, 'en', '2025-04-06 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (16, 'named', 2, 'en', '2018-01-10 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (18, 'named', 2, 'en', '2025-03-16 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (23, 'named', 2, 'en', '2018-04-21 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (27, 'named', 2, 'en', '2022-11-14 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (30, 'named', 2, 'en', '2020-05-01 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (9, 'counted', 2, 'en', '2025-10-14 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (10, 'counted', 2, 'en', '2017-11-07 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (11, 'counted', 2, 'en', '2018-09-27 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (12, 'counted', 2, 'en', '2025-05-21 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (9, 'named', 2, 'en', '2025-10-14 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (10, 'named', 2, 'en', '2017-11-07 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (11, 'named', 2, 'en', '2018-09-27 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (12, 'named', 2, 'en', '2025-05-21 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (3, 'authorised', 2, 'en', '2019-09-28 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (6, 'authorised', 2, 'en', '2023-05-15 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (1, 'authorised', 2, 'en', '2025-12-18 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (4, 'authorised', 2, 'en', '2022-10-27 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (7, 'authorised', 2, 'en', '2020-10-23 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (2, 'authorised', 2, 'en', '2017-05-27 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (5, 'authorised', 2, 'en', '2020-07-13 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (8, 'authorised', 2, 'en', '2018-06-27 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (3, 'contact', 2, 'en', '2019-09-28 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (6, 'contact', 2, 'en', '2023-05-15 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (1, 'contact', 2, 'en', '2025-12-18 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (4, 'contact', 2, 'en', '2022-10-27 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (7, 'contact', 2, 'en', '2020-10-23 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (2, 'contact', 2, 'en', '2017-05-27 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (5, 'contact', 2, 'en', '2020-07-13 12:00:00+00', NULL);
INSERT INTO public.consents VALUES (8, 'contact', 2, 'en', '2018-06-27 12:00:00+00', NULL);
INSERT INTO public.content_items VALUES (1, 'campaigns', NULL, 1, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.content_revisions VALUES (1, 1, 'draft', '[]', NULL, '2026-11-20 06:00:00+00', 'Some words', 1, NULL, false);
INSERT INTO public.convenors VALUES (1, 2, 'France', 'proponent', 'Political declaration opened 30 September 2015; no UN document symbol found', 'convenor france-mexico France', 'e6c15267c00cdfcbc98ffbcd147896c72b28e3b9226e93c3670a4cfc2ebce4aa', NULL);
INSERT INTO public.convenors VALUES (2, 2, 'Mexico', 'proponent', 'Political declaration opened 30 September 2015; no UN document symbol found', 'convenor france-mexico Mexico', '356193bb20acc56b1eaf413370458a0ce015d3943a75370d319fc67ec4766ca7', NULL);
INSERT INTO public.convenors VALUES (3, 1, 'ACT Group', 'proponent', 'A/70/621-S/2015/978 (14 December 2015), annex I', 'convenor act-code-of-conduct ACT Group', '81d5b2adcc9d8b11e146d837290bc7424d9cc9bc0f0ec3081122d9e8b8222525', NULL);
INSERT INTO public.convenors VALUES (4, 1, 'Liechtenstein', 'proponent', 'A/70/621-S/2015/978 (14 December 2015), annex I', 'convenor act-code-of-conduct Liechtenstein', '0b901c0fece2b89ea45baeca5205306f83b82018f6fab5f48e9655fc7863b05d', NULL);
INSERT INTO public.convenors VALUES (5, 3, 'CIVICUS: World Alliance for Citizen Participation', 'co-founder', 'Seed text; Democracy Without Borders, "A call to action: For an inclusive and effective UN reform summit in 2020" (democracywithoutborders.org/4644)', 'convenor un2020 CIVICUS: World Alliance for Citizen Participation', 'a751233e72a5bcee0b39143993ff3a823e401dbe4cfd2ff7490a3f0cfb9281fc', NULL);
INSERT INTO public.convenors VALUES (6, 3, 'World Federalist Movement - Institute for Global Policy', 'co-founder', 'Seed text; Democracy Without Borders, "A call to action: For an inclusive and effective UN reform summit in 2020" (democracywithoutborders.org/4644)', 'convenor un2020 World Federalist Movement - Institute for Global Policy', 'bd9b625bc0f39dd3541b693c599b5f904bf1f174a566a9dde757534cdb99d947', NULL);
INSERT INTO public.convenors VALUES (7, 3, 'The Workable World Trust', 'co-founder', 'Seed text; Democracy Without Borders, "A call to action: For an inclusive and effective UN reform summit in 2020" (democracywithoutborders.org/4644); country: Third Annual Report 2017 (address in Minnesota)', 'convenor un2020 The Workable World Trust', '3fc3752ba647a717efab2f19f4190a2384564e1535fa1f8706b13ee4fdf6f51f', NULL);
INSERT INTO public.convenors VALUES (8, 3, 'The Stimson Center', 'co-founder', 'Seed text; Democracy Without Borders, "A call to action: For an inclusive and effective UN reform summit in 2020" (democracywithoutborders.org/4644)', 'convenor un2020 The Stimson Center', '54592e5436a2c3cd1fab14b3ee5fc6e09bb022b5224e733d65472b96d85da860', NULL);
INSERT INTO public.convenors VALUES (9, 3, 'Friedrich-Ebert-Stiftung New York', 'partner', 'FES, "UN2020: A Civil Society Partnership for the UN We Need" (fes.de)', 'convenor un2020 Friedrich-Ebert-Stiftung New York', '1c12493c4238b1e8a006e1ab8562e4687c6b8afd9d7a0e5fe03bb9c431b6f683', NULL);
INSERT INTO public.convenors VALUES (10, 3, 'World Federalist Movement - Canada', 'promoter', 'wfmcanada.org, TakeAction for February 2018', 'convenor un2020 World Federalist Movement - Canada', '3bd8a8aba4d5d26d815042c7a1704bd99fdeff62f3c5e01fd595ea606ecf00b8', NULL);
INSERT INTO public.convenors VALUES (11, 3, 'Democracy Without Borders', 'promoter', 'Democracy Without Borders, "A call to action: For an inclusive and effective UN reform summit in 2020" (democracywithoutborders.org/4644)', 'convenor un2020 Democracy Without Borders', '827c4a6410bbcea28469e4f34666f989e046b4349161b52237798940dff15ceb', NULL);
INSERT INTO public.convenors VALUES (12, 4, 'World Federalist Movement - Institute for Global Policy', 'coordinator', 'wfm-igp.org/program/global-governance/', 'convenor 1-for-7-billion World Federalist Movement - Institute for Global Policy', '537a7a71b92a7c6e3b7b663c3df95594e9497651d9e764aa3a9a201ed28b1c0b', NULL);
INSERT INTO public.convenors VALUES (13, 4, 'United Nations Association - UK', 'campaign organiser', 'una.org.uk/news/una-uk-members-and-supporters-make-difference', 'convenor 1-for-7-billion United Nations Association - UK', '8b68ce40e43e65e5a4bec4425c225d21cb90130119972e66c6524a0e17a2a5da', NULL);
INSERT INTO public.convenors VALUES (14, 5, 'Committee for a Democratic U.N. (KDUN)', 'co-founder and secretariat', 'kdun.org/unpa-campaign/; Wikipedia, "Campaign for the Establishment of a United Nations Parliamentary Assembly" (archived copy)', 'convenor unpa Committee for a Democratic U.N. (KDUN)', 'f92257a9bf2a70e90d5aaf55f1072a62f27f2c6958ef45ac179122a3a869f9f1', NULL);
INSERT INTO public.convenors VALUES (15, 5, 'Society for Threatened Peoples International', 'steering committee', 'Wikipedia, "Campaign for the Establishment of a United Nations Parliamentary Assembly" (archived copy)', 'convenor unpa Society for Threatened Peoples International', 'ac22b00fde80b66f808507ad18097b93e0dfaf4a6827bc6c62b0ff04a71369e3', NULL);
INSERT INTO public.convenors VALUES (16, 5, 'World Federalist Movement - Institute for Global Policy', 'steering committee', 'Wikipedia, "Campaign for the Establishment of a United Nations Parliamentary Assembly" (archived copy)', 'convenor unpa World Federalist Movement - Institute for Global Policy', 'c165ce425ae4986594c40c9f6f84668172c0ef27eaa82f526ccbada22703c61e', NULL);
INSERT INTO public.convenors VALUES (17, 5, '2020*Vision Ltd.', 'steering committee', 'Wikipedia, "Campaign for the Establishment of a United Nations Parliamentary Assembly" (archived copy)', 'convenor unpa 2020*Vision Ltd.', 'f6b76b447d83c9f2751ca84d8e025d140603f336268bee6b603bd67b354fa4ed', NULL);
INSERT INTO public.convenors VALUES (18, 5, 'Democracia Global', 'steering committee (since October 2010)', 'Wikipedia, "Campaign for the Establishment of a United Nations Parliamentary Assembly" (archived copy)', 'convenor unpa Democracia Global', '67dfa4268860209310f69c4ce7ee23c0c31ce30b2c533206bdb5c94e99bc864a', NULL);
INSERT INTO public.council_revisions VALUES (1, 2027, 'draft', '[]', 'Some words', 1, '2026-11-20 06:00:00+00', 'Some words', 1, NULL, NULL);
INSERT INTO public.council_seats VALUES ('CHN', 2025, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat CHN 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('DNK', 2025, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat DNK 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('DZA', 2025, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat DZA 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('FRA', 2025, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat FRA 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('GBR', 2025, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat GBR 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('GRC', 2025, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat GRC 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('GUY', 2025, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat GUY 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('KOR', 2025, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat KOR 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('PAK', 2025, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat PAK 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('PAN', 2025, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat PAN 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('RUS', 2025, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat RUS 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('SLE', 2025, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat SLE 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('SOM', 2025, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat SOM 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('SVN', 2025, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat SVN 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('USA', 2025, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat USA 2025', '76a71f03e304e5bf6a14df6b8feee0664321d2e1d43052e5c0f049072dbce979', NULL);
INSERT INTO public.council_seats VALUES ('BHR', 2026, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat BHR 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('CHN', 2026, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat CHN 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('COD', 2026, 'elected', 'the name is blank in the copy; named from the General Assembly election of 3 June 2025 (Anadolu Agency, 2025-06-03)', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat COD 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('COL', 2026, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat COL 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('DNK', 2026, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat DNK 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('FRA', 2026, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat FRA 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('GBR', 2026, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat GBR 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('GRC', 2026, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat GRC 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('LBR', 2026, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat LBR 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('LVA', 2026, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat LVA 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('PAK', 2026, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat PAK 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('PAN', 2026, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat PAN 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('RUS', 2026, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat RUS 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('SOM', 2026, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat SOM 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('USA', 2026, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat USA 2026', '8d916f6aa8e602708923305006bc94c1659b5b8cef3607d9feb805b65cbc880f', NULL);
INSERT INTO public.council_seats VALUES ('AUT', 2027, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat AUT 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('BHR', 2027, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat BHR 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('CHN', 2027, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat CHN 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('COD', 2027, 'elected', 'the name is blank in the copy; named from the General Assembly election of 3 June 2025 (Anadolu Agency, 2025-06-03)', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat COD 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('COL', 2027, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat COL 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('FRA', 2027, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat FRA 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('GBR', 2027, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat GBR 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('KGZ', 2027, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat KGZ 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('LBR', 2027, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat LBR 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('LVA', 2027, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat LVA 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('PRT', 2027, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat PRT 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('RUS', 2027, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat RUS 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('TTO', 2027, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat TTO 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('USA', 2027, 'permanent', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat USA 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.council_seats VALUES ('ZWE', 2027, 'elected', '', 'UN DPPA, Security Council membership data set (psdata.un.org, DPPA-SCMembership, updated 2026-07-02), copy in a public repository', 'seat ZWE 2027', 'dcdda41e5fb71abf84f34a95cfdf9457efbd9da1814384e4102bcd8fadae93d1', NULL);
INSERT INTO public.decision_notes VALUES (1, 'Some words');
INSERT INTO public.decisions VALUES (1, 1, 'confirm', 'supporter', '2025-12-18 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 4, 'organisation');
INSERT INTO public.decisions VALUES (2, 2, 'confirm', 'supporter', '2017-05-27 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 5, 'organisation');
INSERT INTO public.decisions VALUES (3, 3, 'confirm', 'supporter', '2019-09-28 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 3, 'organisation');
INSERT INTO public.decisions VALUES (4, 4, 'confirm', 'supporter', '2022-10-27 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 4, 'organisation');
INSERT INTO public.decisions VALUES (5, 5, 'confirm', 'supporter', '2020-07-13 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 5, 'organisation');
INSERT INTO public.decisions VALUES (6, 6, 'confirm', 'supporter', '2023-05-15 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 3, 'organisation');
INSERT INTO public.decisions VALUES (7, 7, 'confirm', 'supporter', '2020-10-23 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 4, 'organisation');
INSERT INTO public.decisions VALUES (8, 8, 'confirm', 'supporter', '2018-06-27 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 5, 'organisation');
INSERT INTO public.decisions VALUES (9, 1, 'verify', 'staff', '2025-12-29 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 4, 'organisation');
INSERT INTO public.decisions VALUES (10, 2, 'verify', 'staff', '2017-06-05 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 5, 'organisation');
INSERT INTO public.decisions VALUES (11, 3, 'verify', 'staff', '2019-10-11 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 3, 'organisation');
INSERT INTO public.decisions VALUES (12, 4, 'verify', 'staff', '2022-12-01 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 4, 'organisation');
INSERT INTO public.decisions VALUES (13, 5, 'verify', 'staff', '2020-08-09 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 5, 'organisation');
INSERT INTO public.decisions VALUES (14, 6, 'verify', 'staff', '2023-06-17 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 3, 'organisation');
INSERT INTO public.decisions VALUES (15, 7, 'verify', 'staff', '2020-11-04 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 4, 'organisation');
INSERT INTO public.decisions VALUES (16, 8, 'verify', 'staff', '2018-07-20 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 5, 'organisation');
INSERT INTO public.decisions VALUES (17, 9, 'confirm', 'supporter', '2025-10-14 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (18, 10, 'confirm', 'supporter', '2017-11-07 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (19, 11, 'confirm', 'supporter', '2018-09-27 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (20, 12, 'confirm', 'supporter', '2025-05-21 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', NULL, 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (21, 9, 'verify', 'staff', '2025-10-18 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (22, 10, 'verify', 'staff', '2017-11-19 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (23, 11, 'verify', 'staff', '2018-10-03 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (24, 12, 'verify', 'staff', '2025-06-06 12:00:00+00', 1, 'in_review', 'verified', NULL, '', NULL, 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (25, 13, 'confirm', 'supporter', '2023-02-08 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (26, 14, 'confirm', 'supporter', '2026-09-10 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (27, 15, 'confirm', 'supporter', '2018-02-03 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (28, 16, 'confirm', 'supporter', '2018-01-10 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (29, 17, 'confirm', 'supporter', '2018-03-16 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (30, 18, 'confirm', 'supporter', '2025-03-16 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (31, 19, 'confirm', 'supporter', '2022-09-02 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (32, 20, 'confirm', 'supporter', '2020-01-30 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (33, 21, 'confirm', 'supporter', '2022-09-22 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (34, 22, 'confirm', 'supporter', '2023-04-26 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (35, 23, 'confirm', 'supporter', '2018-04-21 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (36, 24, 'confirm', 'supporter', '2018-01-07 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (37, 25, 'confirm', 'supporter', '2023-07-21 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (38, 26, 'confirm', 'supporter', '2025-10-10 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (39, 27, 'confirm', 'supporter', '2022-11-14 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (40, 28, 'confirm', 'supporter', '2025-03-27 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (41, 29, 'confirm', 'supporter', '2020-07-09 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (42, 30, 'confirm', 'supporter', '2020-05-01 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (43, 31, 'confirm', 'supporter', '2025-06-02 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (44, 32, 'confirm', 'supporter', '2025-04-07 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (45, 33, 'confirm', 'supporter', '2024-10-31 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (46, 34, 'confirm', 'supporter', '2018-02-22 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (47, 35, 'confirm', 'supporter', '2025-04-05 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 4, 'individual');
INSERT INTO public.decisions VALUES (48, 36, 'confirm', 'supporter', '2025-04-06 12:00:00+00', NULL, 'unconfirmed', 'verified', NULL, '', NULL, 5, 'individual');
INSERT INTO public.decisions VALUES (49, 37, 'record', 'staff', '2017-08-26 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (50, 37, 'approve', 'staff', '2017-08-26 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (51, 37, 'verify', 'staff', '2017-08-26 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (52, 38, 'record', 'staff', '2017-09-22 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (53, 38, 'approve', 'staff', '2017-09-22 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (54, 38, 'verify', 'staff', '2017-09-22 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (55, 39, 'record', 'staff', '2018-04-28 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (56, 39, 'approve', 'staff', '2018-04-28 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (57, 39, 'verify', 'staff', '2018-04-28 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (58, 40, 'record', 'staff', '2018-05-02 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (59, 40, 'approve', 'staff', '2018-05-02 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (60, 40, 'verify', 'staff', '2018-05-02 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (61, 41, 'record', 'staff', '2018-08-25 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (62, 41, 'approve', 'staff', '2018-08-25 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (63, 41, 'verify', 'staff', '2018-08-25 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (64, 41, 'redate', 'staff', '2018-10-24 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"effective_on": ["2018-04-28", "2018-03-27"]}', 2, 'government');
INSERT INTO public.decisions VALUES (65, 42, 'record', 'staff', '2018-11-18 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (66, 42, 'approve', 'staff', '2018-11-18 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (67, 42, 'verify', 'staff', '2018-11-18 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (68, 43, 'record', 'staff', '2019-01-05 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (69, 43, 'approve', 'staff', '2019-01-05 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (70, 43, 'verify', 'staff', '2019-01-05 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (71, 44, 'record', 'staff', '2019-02-05 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (72, 44, 'approve', 'staff', '2019-02-05 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (73, 44, 'verify', 'staff', '2019-02-05 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (74, 45, 'record', 'staff', '2019-05-18 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (75, 45, 'approve', 'staff', '2019-05-18 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (76, 45, 'verify', 'staff', '2019-05-18 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (77, 3, 'suspend', 'staff', '2019-12-14 12:00:00+00', 2, 'verified', 'suspended', 'not_substantiated', '', 'null', 3, 'organisation');
INSERT INTO public.decisions VALUES (78, 46, 'record', 'staff', '2019-12-18 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (79, 46, 'approve', 'staff', '2019-12-18 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (80, 46, 'verify', 'staff', '2019-12-18 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (81, 3, 'invalidate', 'staff', '2019-12-24 12:00:00+00', 3, 'suspended', 'invalidated', 'not_substantiated', '', 'null', 3, 'organisation');
INSERT INTO public.decisions VALUES (82, 47, 'record', 'staff', '2020-01-18 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (83, 47, 'approve', 'staff', '2020-01-18 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (84, 47, 'verify', 'staff', '2020-01-18 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (85, 2, 'suspend', 'staff', '2020-03-16 12:00:00+00', 2, 'verified', 'suspended', 'not_substantiated', '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (86, 2, 'invalidate', 'staff', '2020-03-26 12:00:00+00', 3, 'suspended', 'invalidated', 'not_substantiated', '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (87, 48, 'record', 'staff', '2020-03-28 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (88, 48, 'approve', 'staff', '2020-03-28 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (89, 48, 'verify', 'staff', '2020-03-28 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (90, 49, 'record', 'staff', '2020-03-29 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (91, 49, 'approve', 'staff', '2020-03-29 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (92, 49, 'verify', 'staff', '2020-03-29 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (93, 50, 'record', 'staff', '2020-03-31 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (94, 50, 'approve', 'staff', '2020-03-31 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (95, 50, 'verify', 'staff', '2020-03-31 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (96, 51, 'record', 'staff', '2020-05-04 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (97, 51, 'approve', 'staff', '2020-05-04 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (98, 51, 'verify', 'staff', '2020-05-04 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (99, 52, 'record', 'staff', '2020-05-15 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (100, 52, 'approve', 'staff', '2020-05-15 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (101, 52, 'verify', 'staff', '2020-05-15 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (102, 53, 'record', 'staff', '2020-06-30 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (103, 53, 'approve', 'staff', '2020-06-30 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (104, 53, 'verify', 'staff', '2020-06-30 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (105, 54, 'record', 'staff', '2020-07-28 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (106, 54, 'approve', 'staff', '2020-07-28 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (107, 54, 'verify', 'staff', '2020-07-28 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (108, 55, 'record', 'staff', '2020-07-29 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (109, 55, 'approve', 'staff', '2020-07-29 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (110, 55, 'verify', 'staff', '2020-07-29 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (111, 56, 'record', 'staff', '2020-09-16 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (112, 56, 'approve', 'staff', '2020-09-16 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (113, 56, 'verify', 'staff', '2020-09-16 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (114, 57, 'record', 'staff', '2020-09-29 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (115, 57, 'approve', 'staff', '2020-09-29 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (116, 57, 'verify', 'staff', '2020-09-29 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (117, 58, 'record', 'staff', '2020-10-29 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (118, 58, 'approve', 'staff', '2020-10-29 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (119, 58, 'verify', 'staff', '2020-10-29 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (120, 56, 'redate', 'staff', '2020-11-15 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"effective_on": ["2020-08-24", "2020-06-28"]}', 2, 'government');
INSERT INTO public.decisions VALUES (121, 58, 'redate', 'staff', '2020-12-28 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"effective_on": ["2020-09-15", "2020-07-21"]}', 1, 'government');
INSERT INTO public.decisions VALUES (122, 59, 'record', 'staff', '2021-06-24 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (123, 59, 'approve', 'staff', '2021-06-24 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (124, 59, 'verify', 'staff', '2021-06-24 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (125, 60, 'record', 'staff', '2021-06-25 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (126, 60, 'approve', 'staff', '2021-06-25 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (127, 60, 'verify', 'staff', '2021-06-25 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (128, 52, 'withdraw', 'staff', '2021-08-31 12:00:00+00', 2, 'verified', 'withdrawn', 'withdrawn_by_instrument', '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (129, 61, 'record', 'staff', '2021-09-07 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (130, 61, 'approve', 'staff', '2021-09-07 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (131, 61, 'verify', 'staff', '2021-09-07 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (132, 62, 'record', 'staff', '2021-09-15 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (133, 62, 'approve', 'staff', '2021-09-15 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (134, 62, 'verify', 'staff', '2021-09-15 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (135, 46, 'withdraw', 'staff', '2021-11-04 12:00:00+00', 2, 'verified', 'withdrawn', 'withdrawn_by_instrument', '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (136, 8, 'suspend', 'staff', '2022-02-05 12:00:00+00', 2, 'verified', 'suspended', 'not_substantiated', '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (137, 8, 'reinstate', 'staff', '2022-02-15 12:00:00+00', 2, 'suspended', 'verified', 'not_substantiated', '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (138, 63, 'record', 'staff', '2022-05-30 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (139, 63, 'approve', 'staff', '2022-05-30 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (140, 63, 'verify', 'staff', '2022-05-30 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (141, 63, 'redate', 'staff', '2022-07-29 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"effective_on": ["2022-02-24", "2022-01-19"]}', 1, 'government');
INSERT INTO public.decisions VALUES (142, 64, 'record', 'staff', '2022-07-30 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (143, 64, 'approve', 'staff', '2022-07-30 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (144, 64, 'verify', 'staff', '2022-07-30 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (145, 50, 'regrade', 'staff', '2022-08-04 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2020-01-17", "2022-08-04"]}', 1, 'government');
INSERT INTO public.decisions VALUES (146, 64, 'redate', 'staff', '2022-09-28 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"effective_on": ["2022-06-05", "2022-05-16"]}', 2, 'government');
INSERT INTO public.decisions VALUES (147, 65, 'record', 'staff', '2022-09-28 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (148, 65, 'approve', 'staff', '2022-09-28 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (149, 65, 'verify', 'staff', '2022-09-28 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (150, 66, 'record', 'staff', '2022-10-24 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (151, 66, 'approve', 'staff', '2022-10-24 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (152, 66, 'verify', 'staff', '2022-10-24 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (153, 67, 'record', 'staff', '2022-11-14 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (154, 67, 'approve', 'staff', '2022-11-14 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (155, 67, 'verify', 'staff', '2022-11-14 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (156, 68, 'record', 'staff', '2022-11-23 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (157, 68, 'approve', 'staff', '2022-11-23 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (158, 68, 'verify', 'staff', '2022-11-23 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (159, 69, 'record', 'staff', '2022-11-30 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (160, 69, 'approve', 'staff', '2022-11-30 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (161, 69, 'verify', 'staff', '2022-11-30 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (162, 39, 'regrade', 'staff', '2022-12-01 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2018-03-09", "2022-12-01"]}', 1, 'government');
INSERT INTO public.decisions VALUES (163, 43, 'regrade', 'staff', '2022-12-09 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2018-10-13", "2022-12-09"]}', 2, 'government');
INSERT INTO public.decisions VALUES (164, 70, 'record', 'staff', '2022-12-11 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (165, 70, 'approve', 'staff', '2022-12-11 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (166, 70, 'verify', 'staff', '2022-12-11 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (167, 71, 'record', 'staff', '2022-12-18 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (168, 71, 'approve', 'staff', '2022-12-18 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (169, 71, 'verify', 'staff', '2022-12-18 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (170, 40, 'withdraw', 'staff', '2023-01-05 12:00:00+00', 2, 'verified', 'withdrawn', 'withdrawn_by_instrument', '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (171, 72, 'record', 'staff', '2023-01-09 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (172, 72, 'approve', 'staff', '2023-01-09 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (173, 72, 'verify', 'staff', '2023-01-09 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (174, 73, 'record', 'staff', '2023-01-15 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (175, 73, 'approve', 'staff', '2023-01-15 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (176, 73, 'verify', 'staff', '2023-01-15 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (177, 7, 'suspend', 'staff', '2023-02-03 12:00:00+00', 2, 'verified', 'suspended', 'not_substantiated', '', 'null', 4, 'organisation');
INSERT INTO public.decisions VALUES (178, 7, 'reinstate', 'staff', '2023-02-13 12:00:00+00', 2, 'suspended', 'verified', 'not_substantiated', '', 'null', 4, 'organisation');
INSERT INTO public.decisions VALUES (179, 71, 'redate', 'staff', '2023-02-16 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"effective_on": ["2022-09-16", "2022-07-19"]}', 1, 'government');
INSERT INTO public.decisions VALUES (180, 72, 'redate', 'staff', '2023-03-10 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"effective_on": ["2022-12-02", "2022-10-10"]}', 1, 'government');
INSERT INTO public.decisions VALUES (181, 74, 'record', 'staff', '2023-05-09 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (182, 74, 'approve', 'staff', '2023-05-09 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (183, 74, 'verify', 'staff', '2023-05-09 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (184, 61, 'regrade', 'staff', '2023-06-23 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2021-08-23", "2023-06-23"]}', 2, 'government');
INSERT INTO public.decisions VALUES (185, 75, 'record', 'staff', '2023-07-13 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (186, 75, 'approve', 'staff', '2023-07-13 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (187, 75, 'verify', 'staff', '2023-07-13 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (188, 76, 'record', 'staff', '2023-08-02 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (189, 76, 'approve', 'staff', '2023-08-02 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (190, 76, 'verify', 'staff', '2023-08-02 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (191, 77, 'record', 'staff', '2023-09-23 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (192, 77, 'approve', 'staff', '2023-09-23 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (193, 77, 'verify', 'staff', '2023-09-23 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (194, 78, 'record', 'staff', '2023-10-28 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (195, 78, 'approve', 'staff', '2023-10-28 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (196, 78, 'verify', 'staff', '2023-10-28 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (197, 67, 'regrade', 'staff', '2023-11-15 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2022-10-05", "2023-11-15"]}', 1, 'government');
INSERT INTO public.decisions VALUES (198, 57, 'regrade', 'staff', '2023-11-27 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2020-09-10", "2023-11-27"]}', 2, 'government');
INSERT INTO public.decisions VALUES (199, 79, 'record', 'staff', '2023-12-11 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (200, 79, 'approve', 'staff', '2023-12-11 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (201, 79, 'verify', 'staff', '2023-12-11 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (202, 80, 'record', 'staff', '2024-01-19 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (203, 80, 'approve', 'staff', '2024-01-19 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (204, 80, 'verify', 'staff', '2024-01-19 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (205, 81, 'record', 'staff', '2024-03-13 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (206, 81, 'approve', 'staff', '2024-03-13 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (207, 81, 'verify', 'staff', '2024-03-13 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (208, 82, 'record', 'staff', '2024-03-17 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (209, 82, 'approve', 'staff', '2024-03-17 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (210, 82, 'verify', 'staff', '2024-03-17 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (211, 45, 'regrade', 'staff', '2024-04-24 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2019-05-04", "2024-04-24"]}', 1, 'government');
INSERT INTO public.decisions VALUES (212, 83, 'record', 'staff', '2024-06-19 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (213, 83, 'approve', 'staff', '2024-06-19 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (214, 83, 'verify', 'staff', '2024-06-19 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (215, 84, 'record', 'staff', '2024-06-25 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (216, 84, 'approve', 'staff', '2024-06-25 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (217, 84, 'verify', 'staff', '2024-06-25 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (218, 84, 'redate', 'staff', '2024-08-24 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"effective_on": ["2024-06-02", "2024-04-03"]}', 2, 'government');
INSERT INTO public.decisions VALUES (219, 85, 'record', 'staff', '2024-09-30 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (220, 85, 'approve', 'staff', '2024-09-30 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (221, 85, 'verify', 'staff', '2024-09-30 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (222, 86, 'record', 'staff', '2024-10-05 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (223, 86, 'approve', 'staff', '2024-10-05 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (224, 86, 'verify', 'staff', '2024-10-05 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (225, 6, 'suspend', 'staff', '2024-11-03 12:00:00+00', 2, 'verified', 'suspended', 'not_substantiated', '', 'null', 3, 'organisation');
INSERT INTO public.decisions VALUES (226, 6, 'reinstate', 'staff', '2024-11-13 12:00:00+00', 2, 'suspended', 'verified', 'not_substantiated', '', 'null', 3, 'organisation');
INSERT INTO public.decisions VALUES (227, 77, 'regrade', 'staff', '2024-11-23 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2023-07-24", "2024-11-23"]}', 2, 'government');
INSERT INTO public.decisions VALUES (228, 48, 'regrade', 'staff', '2024-11-26 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2020-01-22", "2024-11-26"]}', 1, 'government');
INSERT INTO public.decisions VALUES (229, 66, 'regrade', 'staff', '2024-12-01 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2022-08-29", "2024-12-01"]}', 1, 'government');
INSERT INTO public.decisions VALUES (230, 87, 'record', 'staff', '2024-12-28 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (231, 87, 'approve', 'staff', '2024-12-28 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (232, 87, 'verify', 'staff', '2024-12-28 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (233, 53, 'withdraw', 'staff', '2025-01-13 12:00:00+00', 2, 'verified', 'withdrawn', 'withdrawn_by_instrument', '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (234, 73, 'regrade', 'staff', '2025-01-26 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2022-09-17", "2025-01-26"]}', 2, 'government');
INSERT INTO public.decisions VALUES (235, 47, 'regrade', 'staff', '2025-03-07 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2020-01-18", "2025-03-07"]}', 2, 'government');
INSERT INTO public.decisions VALUES (236, 88, 'record', 'staff', '2025-04-07 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (237, 88, 'approve', 'staff', '2025-04-07 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (238, 88, 'verify', 'staff', '2025-04-07 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (239, 51, 'regrade', 'staff', '2025-04-24 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2020-02-20", "2025-04-24"]}', 2, 'government');
INSERT INTO public.decisions VALUES (240, 62, 'regrade', 'staff', '2025-04-29 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2021-08-13", "2025-04-29"]}', 2, 'government');
INSERT INTO public.decisions VALUES (241, 89, 'record', 'staff', '2025-04-29 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (242, 89, 'approve', 'staff', '2025-04-29 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (243, 89, 'verify', 'staff', '2025-04-29 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (244, 90, 'record', 'staff', '2025-05-06 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (245, 90, 'approve', 'staff', '2025-05-06 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (246, 90, 'verify', 'staff', '2025-05-06 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (247, 70, 'withdraw', 'staff', '2025-05-08 12:00:00+00', 2, 'verified', 'withdrawn', 'withdrawn_by_instrument', '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (248, 91, 'record', 'staff', '2025-06-22 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (249, 91, 'approve', 'staff', '2025-06-22 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (250, 91, 'verify', 'staff', '2025-06-22 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 1, 'government');
INSERT INTO public.decisions VALUES (251, 69, 'withdraw', 'staff', '2025-08-02 12:00:00+00', 2, 'verified', 'withdrawn', 'withdrawn_by_instrument', '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (252, 42, 'regrade', 'staff', '2025-08-18 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2018-09-28", "2025-08-18"]}', 1, 'government');
INSERT INTO public.decisions VALUES (253, 74, 'regrade', 'staff', '2025-09-15 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2023-04-10", "2025-09-15"]}', 1, 'government');
INSERT INTO public.decisions VALUES (254, 4, 'suspend', 'staff', '2025-10-02 12:00:00+00', 2, 'verified', 'suspended', 'not_substantiated', '', 'null', 4, 'organisation');
INSERT INTO public.decisions VALUES (255, 4, 'invalidate', 'staff', '2025-10-12 12:00:00+00', 3, 'suspended', 'invalidated', 'not_substantiated', '', 'null', 4, 'organisation');
INSERT INTO public.decisions VALUES (256, 76, 'regrade', 'staff', '2025-11-13 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2023-05-31", "2025-11-13"]}', 1, 'government');
INSERT INTO public.decisions VALUES (257, 82, 'regrade', 'staff', '2025-12-29 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2024-01-07", "2025-12-29"]}', 1, 'government');
INSERT INTO public.decisions VALUES (258, 86, 'regrade', 'staff', '2026-01-30 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2024-06-24", "2026-01-30"]}', 2, 'government');
INSERT INTO public.decisions VALUES (259, 79, 'regrade', 'staff', '2026-03-24 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2023-11-03", "2026-03-24"]}', 2, 'government');
INSERT INTO public.decisions VALUES (260, 5, 'suspend', 'staff', '2026-04-21 12:00:00+00', 2, 'verified', 'suspended', 'not_substantiated', '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (261, 5, 'reinstate', 'staff', '2026-05-01 12:00:00+00', 2, 'suspended', 'verified', 'not_substantiated', '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (262, 92, 'record', 'staff', '2026-05-04 12:00:00+00', 1, NULL, 'in_review', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (263, 92, 'approve', 'staff', '2026-05-04 12:00:00+00', 2, 'in_review', 'approved_once', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (264, 92, 'verify', 'staff', '2026-05-04 12:00:00+00', 3, 'approved_once', 'verified', NULL, '', 'null', 2, 'government');
INSERT INTO public.decisions VALUES (265, 1, 'suspend', 'staff', '2026-07-30 12:00:00+00', 2, 'verified', 'suspended', 'not_substantiated', '', 'null', 4, 'organisation');
INSERT INTO public.decisions VALUES (266, 1, 'invalidate', 'staff', '2026-08-09 12:00:00+00', 3, 'suspended', 'invalidated', 'not_substantiated', '', 'null', 4, 'organisation');
INSERT INTO public.decisions VALUES (267, 59, 'regrade', 'staff', '2026-08-27 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2021-03-24", "2026-08-27"]}', 1, 'government');
INSERT INTO public.decisions VALUES (268, 78, 'regrade', 'staff', '2026-09-15 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2023-10-14", "2026-09-15"]}', 2, 'government');
INSERT INTO public.decisions VALUES (269, 85, 'regrade', 'staff', '2026-10-17 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["voiced", "endorsed"], "effective_on": ["2024-08-28", "2026-10-17"]}', 1, 'government');
INSERT INTO public.decisions VALUES (270, 83, 'regrade', 'staff', '2026-11-18 12:00:00+00', 2, 'verified', 'verified', NULL, '', '{"grade": ["announced", "endorsed"], "effective_on": ["2024-06-03", "2026-11-18"]}', 2, 'government');
INSERT INTO public.decisions VALUES (271, 93, 'confirm', 'supporter', '2026-11-19 05:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (272, 94, 'confirm', 'supporter', '2026-11-19 06:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (273, 95, 'confirm', 'supporter', '2026-11-19 07:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (274, 96, 'confirm', 'supporter', '2026-11-19 08:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (275, 97, 'confirm', 'supporter', '2026-11-19 09:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (276, 98, 'confirm', 'supporter', '2026-11-19 10:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (277, 99, 'confirm', 'supporter', '2026-11-19 11:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (278, 100, 'confirm', 'supporter', '2026-11-19 12:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (279, 101, 'confirm', 'supporter', '2026-11-19 13:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (280, 102, 'confirm', 'supporter', '2026-11-19 14:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (281, 103, 'confirm', 'supporter', '2026-11-19 15:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (282, 104, 'confirm', 'supporter', '2026-11-19 16:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (283, 105, 'confirm', 'supporter', '2026-11-19 17:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (284, 106, 'confirm', 'supporter', '2026-11-19 18:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (285, 107, 'confirm', 'supporter', '2026-11-19 19:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (286, 108, 'confirm', 'supporter', '2026-11-19 20:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (287, 109, 'confirm', 'supporter', '2026-11-19 21:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (288, 110, 'confirm', 'supporter', '2026-11-19 22:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (289, 111, 'confirm', 'supporter', '2026-11-19 23:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (290, 112, 'confirm', 'supporter', '2026-11-20 00:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (291, 113, 'confirm', 'supporter', '2026-11-20 01:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'parliamentarian');
INSERT INTO public.decisions VALUES (292, 114, 'confirm', 'supporter', '2026-11-20 02:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (293, 115, 'confirm', 'supporter', '2026-11-20 03:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (294, 116, 'confirm', 'supporter', '2026-11-20 04:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.decisions VALUES (295, 117, 'confirm', 'supporter', '2026-11-20 05:00:00+00', NULL, 'unconfirmed', 'in_review', NULL, '', 'null', 5, 'organisation');
INSERT INTO public.demonstration_mark VALUES (1, '2026-11-20 06:00:00+00', '2026-11-20 06:00:00+00');
INSERT INTO public.disownments VALUES (1, 'x', '2026-11-20 06:00:00+00');
INSERT INTO public.documents VALUES (1, 2, 'Co-chairs'' conclusions of the ministerial meeting of 25 September 2014', '2014-09-25', 'ambafrance-mx.org/La-France-et-le-Mexique-proposent', 'Embassy of France in Mexico', 'key document', '', 'document france-mexico Co-chairs'' conclusions of the ministerial meeting of 25 September 2014', 'c054d01da2213f7c96ef976a0a0d49f41d8bf3d64120dccea6665aa514cbda39', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (2, 2, 'France will never use its veto in cases of mass atrocities (statement of Ambassador Delattre)', '2015-10-23', 'onu.delegfrance.org/France-will-never-use-its-veto-in-cases-of-mass-atrocities', 'Permanent Mission of France to the UN', 'statement', '', 'document france-mexico France will never use its veto in cases of mass atrocities (statement of Ambassador Delattre)', 'd1ceca4c93f87c6f4e3864e6de3a185ba2b71a12d761e63c43b0d185bd22766a', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (3, 2, 'Joint NGO statement: The Responsibility of the UN Security Council in Mass Atrocity Situations', '2015-09-30', 'globalr2p.org/publications/402', 'GCR2P', 'statement', '', 'document france-mexico Joint NGO statement: The Responsibility of the UN Security Council in Mass Atrocity Situations', '5c696c207588863bd927d583e0e4dcc9439ef9d63c0d65354a0093bcba366722', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (4, 2, 'Joint NGO letter to Laurent Fabius', '2014-09-15', 'globalr2p.org/publications/joint-letter-france-veto/', 'GCR2P', 'key document', '', 'document france-mexico Joint NGO letter to Laurent Fabius', 'f9d2660659fa6f55d5491619681c7177e2b431d9b89cf95633660409c23a528c', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (5, 2, 'Declaration for an effective multilateralism', '2019-12-19', 'diplomatie.gouv.fr', 'French Ministry for Europe and Foreign Affairs', 'key document', '', 'document france-mexico Declaration for an effective multilateralism', 'fef4d99357beda57e8204c705d88c8a78b3d526d8c3fb93118396ad624e8282f', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (6, 1, 'Letter dated 14 December 2015 from the Permanent Representative of Liechtenstein, with the Code of Conduct as annex I', '2015-12-14', 'A/70/621-S/2015/978', 'United Nations', 'founding text', 'kipdf.com copy; globalr2p.org', 'document act-code-of-conduct Letter dated 14 December 2015 from the Permanent Representative of Liechtenstein, with the Code of Conduct as annex I', 'd851c4bdaf24311d64e839e8ce60408c22e5db7d409a407b7d854da4525be5b4', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (7, 1, 'Explanatory Note and final text', '2015-09-01', 'centerforunreform.org/?q=node/671', 'ACT Group', 'key document', '', 'document act-code-of-conduct Explanatory Note and final text', 'd1ef3b30fa0497a8f7b979e08a8ea52823b6680a7304c49346366e73737a0573', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (8, 1, 'Statement by Aurelia Frick at the launch', '2015-10-23', 'paperzz.com/doc/7623102 (regierung.li)', 'Government of Liechtenstein', 'statement', '', 'document act-code-of-conduct Statement by Aurelia Frick at the launch', '627a59c00ea49ba96280031e813b2c9d097482bb2eeb1d0914e17d056929fa97', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (9, 1, 'References on the need for veto restraint by the UN Security Council in mass atrocity situations', '2014-11-14', 'globalr2p.org/publications/references-on-the-need-for-veto-restraint-by-the-un-security-council-in-mass-atrocity-situations/', 'GCR2P', 'key document', 'updated October 2015', 'document act-code-of-conduct References on the need for veto restraint by the UN Security Council in mass atrocity situations', '379c6fb82c88745b261c4c64dac0505b77db3e892e8e62b0b5091011f99012cd', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (10, 1, 'Standing mandate for a General Assembly debate when a veto is cast in the Security Council', '2022-04-26', 'A/RES/76/262', 'United Nations', 'key document', 'a related, separate measure; press.un.org GA/12595', 'document act-code-of-conduct Standing mandate for a General Assembly debate when a veto is cast in the Security Council', 'bce5d70e547d69c0d5f516f4dfb9d0be53763a322600eb3af020ec0c99c5f0ae', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (11, 3, 'UN2020 Initiative: Call to Action', '2018-01', 'un2020.org; cdilaw.org/un2020-initiative/', 'UN2020', 'founding text', '', 'document un2020 UN2020 Initiative: Call to Action', '8cc7ecccec06d0b11386dd5c67a56a8692446c112ffd0a123a76f184e0ddee6b', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (12, 3, 'Open letter to the co-facilitators on the 75th anniversary modalities', '2019-05-04', 'c4unwn.org/call-to-action-for-reform/endorsements-2/', 'UN2020', 'key document', '', 'document un2020 Open letter to the co-facilitators on the 75th anniversary modalities', '8f38791a1b08afdd86472f543824dd325f774fe20c53a4f390ee2422d1953b3f', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (13, 3, 'Open letter to the President of the General Assembly', '2018-11', 'c4unwn.org/call-to-action-for-reform/endorsements-2/', 'UN2020', 'key document', '', 'document un2020 Open letter to the President of the General Assembly', '605ef9f772714208ae2c0aac7cc3a57d492c491a63c5f9d463603edd4e193184', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (14, 3, 'Commemoration of the seventy-fifth anniversary of the United Nations (modalities)', '2019-06-14', 'A/RES/73/299', 'United Nations', 'key document', 'sdg.iisd.org', 'document un2020 Commemoration of the seventy-fifth anniversary of the United Nations (modalities)', 'a56a278173ec1537e09fbaab10aa9799e472488c6b10f56b2ed45ed73ec57ea7', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (15, 3, 'Mobilising for a people-centred United Nations (Fergus Watt)', '2018-09', 'cdilaw.org/un2020-initiative/', 'CIVICUS', 'key document', '', 'document un2020 Mobilising for a people-centred United Nations (Fergus Watt)', '5b875db9f670974ba39b26176368807832569dc3c93ec1ff1aae9a77fa92a57d', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (16, 3, 'UN75 People''s Declaration and Plan for Global Action', '2020-05-14', 'wfmcanada.org, TakeAction for May 2020', 'UN75 People''s Forum', 'key document', '', 'document un2020 UN75 People''s Declaration and Plan for Global Action', 'd02f9373dda6f1b573532805795d3b519eaaea341b5ec0c67685a384b5c36f1f', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (17, 4, 'Policy platform', '2014-11', 'static1.squarespace.com/static/5399cc0ae4b0705199b37aa3/... (linked from wifp.org)', '1 for 7 Billion', 'founding text', '', 'document 1-for-7-billion Policy platform', '88c07d4ec73fe7e7bf5b6308532d9a578113b980122d1f7c739bdfe473f2e10c', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (18, 4, 'Ten urgent reforms', '', '1for8billion.org/ten-urgent-reforms', '1 for 7 Billion', 'key document', '', 'document 1-for-7-billion Ten urgent reforms', '82f46489a926f94c6ab613b049528a96226e4eee42958b1f9b74ff46e7e26df4', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (19, 4, 'Priorities for the last phase of the 2016 selection', '2016', '1for7billion.org/1-for-7-billion-priorities', '1 for 7 Billion', 'key document', '', 'document 1-for-7-billion Priorities for the last phase of the 2016 selection', '4d71a536d14c4fa047b7192cda848099c166bf014c2c663608293f71880faa60', NULL, NULL, '', 'Four priorities: recommend and appoint the best candidate, on merit; appoint for a single, longer, non-renewable term; let the Council recommend several candidates; fill senior posts only on merit.');
INSERT INTO public.documents VALUES (20, 4, 'Where Member States stand on a single term and on multiple candidates', '2016-03-17', '1for8billion.org/newsarchive', '1 for 7 Billion', 'key document', '', 'document 1-for-7-billion Where Member States stand on a single term and on multiple candidates', '2b26a94a0c15e390c64ea53685d8144fb010a6bc9b0e34b018ed77e1c3acbff7', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (21, 5, 'Appeal for the Establishment of a Parliamentary Assembly at the United Nations', '2007', 'en.unpacampaign.org', 'UNPA campaign', 'founding text', '', 'document unpa Appeal for the Establishment of a Parliamentary Assembly at the United Nations', '2bd4143db38ede2b2c608bbeac64defc34401007fc079030ce3dcaaa0068b749', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (22, 5, 'Campaign launch: Political leaders and civil society activists call for UNPA', '2007-04-23', 'unpacampaign.org/sv/168', 'UNPA campaign', 'key document', '', 'document unpa Campaign launch: Political leaders and civil society activists call for UNPA', '2705edb75ebde6574f1e00a4a1fd3e2ef6cb9cd602b258335cc8bdbf0522c72f', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (23, 5, 'Campaign now endorsed by over 1,500 current and former lawmakers from 120 countries', '2017-08-07', 'unpacampaign.org/sv/10151', 'UNPA campaign', 'key document', '', 'document unpa Campaign now endorsed by over 1,500 current and former lawmakers from 120 countries', 'b22127bdb499116699f4fb52ded7f730854a001c4728eda1c234691804ac0688', NULL, NULL, '', '');
INSERT INTO public.documents VALUES (24, 5, 'Supporters', '', 'en.unpacampaign.org/supporters/', 'UNPA campaign', 'key document', '', 'document unpa Supporters', '691ec461e64514426a17430c38bbeb951e4cb9039b758a1af42484dd71b84717', NULL, NULL, '', '');
INSERT INTO public.endorsements VALUES (9, 5, 204, 'parliamentarian', 'sign_up', '2025-10-14 12:00:00+00', 'verified', '2025-10-18 12:00:00+00', 'endorsed', '2025-10-14', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, NULL, '2025-10-18 12:00:00+00', NULL, NULL, NULL, 'e1fab6581872dafb60a034ce59384eb343cc6eb8b6acf2beb850d404663867e8', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (10, 5, 205, 'parliamentarian', 'sign_up', '2017-11-07 12:00:00+00', 'verified', '2017-11-19 12:00:00+00', 'endorsed', '2017-11-07', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, NULL, '2017-11-19 12:00:00+00', NULL, NULL, NULL, '5b06c928889cd217fb9c7dbaed0fef7e62b8de0bdd1ca44973e413953afc8d92', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (11, 5, 206, 'parliamentarian', 'sign_up', '2018-09-27 12:00:00+00', 'verified', '2018-10-03 12:00:00+00', 'endorsed', '2018-09-27', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, NULL, '2018-10-03 12:00:00+00', NULL, NULL, NULL, 'bb36137d6760d61d86450c28e777dd9ecc1145364cb37f78ce492ea8e2ba0211', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (12, 5, 207, 'parliamentarian', 'sign_up', '2025-05-21 12:00:00+00', 'verified', '2025-06-06 12:00:00+00', 'endorsed', '2025-05-21', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, NULL, '2025-06-06 12:00:00+00', NULL, NULL, NULL, 'aa2d3428d7ed5886b33dc42dde76bc337f2c6e9709ce45d4fa573ef4d79317f4', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (13, 4, 208, 'individual', 'sign_up', '2023-02-08 12:00:00+00', 'verified', '2023-02-08 12:00:00+00', 'endorsed', '2023-02-08', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2023-02-08 12:00:00+00', NULL, NULL, NULL, '0e0d8b95dc1049837cdeb91cb7bf66ea8dc9baaeab9daba1bc1e3d02ed314b5c', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (14, 5, 209, 'individual', 'sign_up', '2026-09-10 12:00:00+00', 'verified', '2026-09-10 12:00:00+00', 'endorsed', '2026-09-10', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2026-09-10 12:00:00+00', NULL, NULL, NULL, '50a8c207af150e825afb84e0967eca3ac1b3a90f01808fcd3780565619224eed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (15, 4, 210, 'individual', 'sign_up', '2018-02-03 12:00:00+00', 'verified', '2018-02-03 12:00:00+00', 'endorsed', '2018-02-03', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2018-02-03 12:00:00+00', NULL, NULL, NULL, '3259f12c3d41211f7fbb65b5305405992b959e4f3eeb9db15aead91db3a4c907', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (16, 5, 211, 'individual', 'sign_up', '2018-01-10 12:00:00+00', 'verified', '2018-01-10 12:00:00+00', 'endorsed', '2018-01-10', 'on', true, NULL, true, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2018-01-10 12:00:00+00', NULL, NULL, NULL, '2604d6090839844d3b8a44a5a49c3e4ee180d1ed5520eb9d30733427099ffc03', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (17, 4, 212, 'individual', 'sign_up', '2018-03-16 12:00:00+00', 'verified', '2018-03-16 12:00:00+00', 'endorsed', '2018-03-16', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2018-03-16 12:00:00+00', NULL, NULL, NULL, 'e2c9d2456a8db47ea9341848555298df0e2d536e7a8ec676d2ea1772ab8fb581', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (18, 5, 213, 'individual', 'sign_up', '2025-03-16 12:00:00+00', 'verified', '2025-03-16 12:00:00+00', 'endorsed', '2025-03-16', 'on', true, NULL, true, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2025-03-16 12:00:00+00', NULL, NULL, NULL, '0a8bc65024df0da184e385d3d5efc4dff84d08ef2c361385b093317509e638b5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (19, 4, 214, 'individual', 'sign_up', '2022-09-02 12:00:00+00', 'verified', '2022-09-02 12:00:00+00', 'endorsed', '2022-09-02', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2022-09-02 12:00:00+00', NULL, NULL, NULL, 'b9787923757538614eead39b8ae3d1e130472f5cc3c9a124cec2c8b0990f6f6b', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (20, 5, 215, 'individual', 'sign_up', '2020-01-30 12:00:00+00', 'verified', '2020-01-30 12:00:00+00', 'endorsed', '2020-01-30', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2020-01-30 12:00:00+00', NULL, NULL, NULL, 'be0efa15306ecf0e0c990cce7ba8a3aa6df389222a499bb30ab81dc7e9f2ac56', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (21, 4, 216, 'individual', 'sign_up', '2022-09-22 12:00:00+00', 'verified', '2022-09-22 12:00:00+00', 'endorsed', '2022-09-22', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2022-09-22 12:00:00+00', NULL, NULL, NULL, 'f8100a6d08fb2b59a115a01bc45649b02f2bdd25cfce78ca4764a65f54dc0b53', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (22, 5, 217, 'individual', 'sign_up', '2023-04-26 12:00:00+00', 'verified', '2023-04-26 12:00:00+00', 'endorsed', '2023-04-26', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2023-04-26 12:00:00+00', NULL, NULL, NULL, 'e1f7804fc0ea81037e41ce03d93de81d667edad6888fe77070b5353a04355057', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (23, 4, 218, 'individual', 'sign_up', '2018-04-21 12:00:00+00', 'verified', '2018-04-21 12:00:00+00', 'endorsed', '2018-04-21', 'on', true, NULL, true, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2018-04-21 12:00:00+00', NULL, NULL, NULL, 'ec7275b86209881f99d3d4b224c732fb4e227b7f16f4ba32cccb09fbeac7aaaa', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (24, 5, 219, 'individual', 'sign_up', '2018-01-07 12:00:00+00', 'verified', '2018-01-07 12:00:00+00', 'endorsed', '2018-01-07', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2018-01-07 12:00:00+00', NULL, NULL, NULL, 'bf4a75d6e36c831948458e7e190e46a05623044c33af0ad603c70072643cb58b', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (25, 4, 220, 'individual', 'sign_up', '2023-07-21 12:00:00+00', 'verified', '2023-07-21 12:00:00+00', 'endorsed', '2023-07-21', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2023-07-21 12:00:00+00', NULL, NULL, NULL, '7fffb7b443f81417765c9db2da4c28ad70ea89865310bf8d1cd2894ab5819603', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (26, 5, 221, 'individual', 'sign_up', '2025-10-10 12:00:00+00', 'verified', '2025-10-10 12:00:00+00', 'endorsed', '2025-10-10', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2025-10-10 12:00:00+00', NULL, NULL, NULL, '3d66ad8bfcdc961d35b9ccc2c3607a6b095b19277be5d0990a96fb551776bc60', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (27, 4, 222, 'individual', 'sign_up', '2022-11-14 12:00:00+00', 'verified', '2022-11-14 12:00:00+00', 'endorsed', '2022-11-14', 'on', true, NULL, true, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2022-11-14 12:00:00+00', NULL, NULL, NULL, '27799d02d64be957641821d94c093c937e63f6e5d5b8ad66cd0a451a78a5c423', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (28, 5, 223, 'individual', 'sign_up', '2025-03-27 12:00:00+00', 'verified', '2025-03-27 12:00:00+00', 'endorsed', '2025-03-27', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2025-03-27 12:00:00+00', NULL, NULL, NULL, '48a35a2687b18f7ca28117b7faa332993f2e93f186e277c7c47d252c4e13ae8c', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (29, 4, 224, 'individual', 'sign_up', '2020-07-09 12:00:00+00', 'verified', '2020-07-09 12:00:00+00', 'endorsed', '2020-07-09', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2020-07-09 12:00:00+00', NULL, NULL, NULL, '32f829abcb15d6f2751855b3a37bfe0f13c39e43e0adf98031f67453f58ce56a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (30, 5, 225, 'individual', 'sign_up', '2020-05-01 12:00:00+00', 'verified', '2020-05-01 12:00:00+00', 'endorsed', '2020-05-01', 'on', true, NULL, true, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2020-05-01 12:00:00+00', NULL, NULL, NULL, 'b20b5cd1a3478eb8c655f25eff4829f95f5936e740c42cb905d6baf449eb4986', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (31, 4, 226, 'individual', 'sign_up', '2025-06-02 12:00:00+00', 'verified', '2025-06-02 12:00:00+00', 'endorsed', '2025-06-02', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2025-06-02 12:00:00+00', NULL, NULL, NULL, '993c252f00e01c1b3737c77be3c33cbb8a534f5d01616aed992ceba7e40d08af', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (32, 5, 227, 'individual', 'sign_up', '2025-04-07 12:00:00+00', 'verified', '2025-04-07 12:00:00+00', 'endorsed', '2025-04-07', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2025-04-07 12:00:00+00', NULL, NULL, NULL, 'bd1e99fc491c0b4e24b2c475d50c03716273800c770f8292fc9f6a984d81d62f', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (33, 4, 228, 'individual', 'sign_up', '2024-10-31 12:00:00+00', 'verified', '2024-10-31 12:00:00+00', 'endorsed', '2024-10-31', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2024-10-31 12:00:00+00', NULL, NULL, NULL, '9adba37a84ecef1517baac839039b5d9133c948128ae3db649c5bc7a473a6305', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (34, 5, 229, 'individual', 'sign_up', '2018-02-22 12:00:00+00', 'verified', '2018-02-22 12:00:00+00', 'endorsed', '2018-02-22', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2018-02-22 12:00:00+00', NULL, NULL, NULL, 'cc2f546f5ade950258988a21733fa20b719c6c09e88137dd2bb96bc6c74826fc', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (35, 4, 230, 'individual', 'sign_up', '2025-04-05 12:00:00+00', 'verified', '2025-04-05 12:00:00+00', 'endorsed', '2025-04-05', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2025-04-05 12:00:00+00', NULL, NULL, NULL, '394ffdef02ca33a3e4ed8970f3e3bda1bd893eefed853093b70c272579f97d4f', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (36, 5, 231, 'individual', 'sign_up', '2025-04-06 12:00:00+00', 'verified', '2025-04-06 12:00:00+00', 'endorsed', '2025-04-06', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, '2025-04-06 12:00:00+00', NULL, NULL, NULL, '16359f234d7dc8c99a26dfe803c58ae00cb7eb8bd8b6f70059837edcb44124d5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (37, 1, 86, 'government', 'recorded_by_staff', '2017-08-26 12:00:00+00', 'verified', '2017-08-26 12:00:00+00', 'voiced', '2017-05-23', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2017-08-26 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (38, 1, 66, 'government', 'recorded_by_staff', '2017-09-22 12:00:00+00', 'verified', '2017-09-22 12:00:00+00', 'announced', '2017-07-17', 'by', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2017-09-22 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (41, 2, 35, 'government', 'recorded_by_staff', '2018-08-25 12:00:00+00', 'verified', '2018-08-25 12:00:00+00', 'endorsed', '2018-03-27', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 1, '2018-08-25 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (44, 1, 68, 'government', 'recorded_by_staff', '2019-02-05 12:00:00+00', 'verified', '2019-02-05 12:00:00+00', 'announced', '2018-11-25', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2019-02-05 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (3, 3, 198, 'organisation', 'sign_up', '2019-09-28 12:00:00+00', 'invalidated', '2019-12-24 12:00:00+00', 'endorsed', '2019-09-28', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, 2, '2019-10-11 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (2, 5, 197, 'organisation', 'sign_up', '2017-05-27 12:00:00+00', 'invalidated', '2020-03-26 12:00:00+00', 'endorsed', '2017-05-27', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, 3, '2017-06-05 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (49, 2, 42, 'government', 'recorded_by_staff', '2020-03-29 12:00:00+00', 'verified', '2020-03-29 12:00:00+00', 'voiced', '2020-02-03', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2020-03-29 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (54, 1, 165, 'government', 'recorded_by_staff', '2020-07-28 12:00:00+00', 'verified', '2020-07-28 12:00:00+00', 'announced', '2020-05-31', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2020-07-28 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (55, 1, 58, 'government', 'recorded_by_staff', '2020-07-29 12:00:00+00', 'verified', '2020-07-29 12:00:00+00', 'voiced', '2020-04-14', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2020-07-29 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (56, 2, 95, 'government', 'recorded_by_staff', '2020-09-16 12:00:00+00', 'verified', '2020-09-16 12:00:00+00', 'endorsed', '2020-06-28', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 4, '2020-09-16 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (58, 1, 63, 'government', 'recorded_by_staff', '2020-10-29 12:00:00+00', 'verified', '2020-10-29 12:00:00+00', 'endorsed', '2020-07-21', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 5, '2020-10-29 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (60, 2, 67, 'government', 'recorded_by_staff', '2021-06-25 12:00:00+00', 'verified', '2021-06-25 12:00:00+00', 'voiced', '2021-06-24', 'by', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2021-06-25 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (52, 1, 14, 'government', 'recorded_by_staff', '2020-05-15 12:00:00+00', 'withdrawn', '2021-08-31 12:00:00+00', 'endorsed', '2020-03-25', 'on', true, '2021-08-31', true, '', NULL, 'en', '', 1, 2, 3, NULL, 6, '2020-05-15 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (46, 2, 107, 'government', 'recorded_by_staff', '2019-12-18 12:00:00+00', 'withdrawn', '2021-11-04 12:00:00+00', 'endorsed', '2019-09-13', 'on', true, '2021-11-04', true, '', NULL, 'en', '', 1, 2, 3, NULL, 7, '2019-12-18 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (8, 5, 203, 'organisation', 'sign_up', '2018-06-27 12:00:00+00', 'verified', '2022-02-15 12:00:00+00', 'endorsed', '2018-06-27', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, NULL, '2018-07-20 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (63, 1, 76, 'government', 'recorded_by_staff', '2022-05-30 12:00:00+00', 'verified', '2022-05-30 12:00:00+00', 'endorsed', '2022-01-19', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 8, '2022-05-30 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (50, 1, 2, 'government', 'recorded_by_staff', '2020-03-31 12:00:00+00', 'verified', '2020-03-31 12:00:00+00', 'endorsed', '2022-08-04', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 9, '2020-03-31 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (64, 2, 137, 'government', 'recorded_by_staff', '2022-07-30 12:00:00+00', 'verified', '2022-07-30 12:00:00+00', 'endorsed', '2022-05-16', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 10, '2022-07-30 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (65, 1, 102, 'government', 'recorded_by_staff', '2022-09-28 12:00:00+00', 'verified', '2022-09-28 12:00:00+00', 'endorsed', '2022-09-13', 'by', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2022-09-28 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (68, 2, 44, 'government', 'recorded_by_staff', '2022-11-23 12:00:00+00', 'verified', '2022-11-23 12:00:00+00', 'announced', '2022-10-06', 'by', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2022-11-23 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (39, 1, 49, 'government', 'recorded_by_staff', '2018-04-28 12:00:00+00', 'verified', '2018-04-28 12:00:00+00', 'endorsed', '2022-12-01', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 11, '2018-04-28 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (43, 2, 176, 'government', 'recorded_by_staff', '2019-01-05 12:00:00+00', 'verified', '2019-01-05 12:00:00+00', 'endorsed', '2022-12-09', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 12, '2019-01-05 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (40, 1, 152, 'government', 'recorded_by_staff', '2018-05-02 12:00:00+00', 'withdrawn', '2023-01-05 12:00:00+00', 'endorsed', '2018-02-23', 'on', true, '2023-01-05', true, '', NULL, 'en', '', 1, 2, 3, NULL, 13, '2018-05-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (7, 4, 202, 'organisation', 'sign_up', '2020-10-23 12:00:00+00', 'verified', '2023-02-13 12:00:00+00', 'endorsed', '2020-10-23', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, NULL, '2020-11-04 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (71, 1, 46, 'government', 'recorded_by_staff', '2022-12-18 12:00:00+00', 'verified', '2022-12-18 12:00:00+00', 'endorsed', '2022-07-19', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 14, '2022-12-18 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (72, 1, 89, 'government', 'recorded_by_staff', '2023-01-09 12:00:00+00', 'verified', '2023-01-09 12:00:00+00', 'endorsed', '2022-10-10', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 15, '2023-01-09 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (61, 2, 43, 'government', 'recorded_by_staff', '2021-09-07 12:00:00+00', 'verified', '2021-09-07 12:00:00+00', 'endorsed', '2023-06-23', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 16, '2021-09-07 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (75, 2, 139, 'government', 'recorded_by_staff', '2023-07-13 12:00:00+00', 'verified', '2023-07-13 12:00:00+00', 'announced', '2023-04-09', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2023-07-13 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (67, 1, 134, 'government', 'recorded_by_staff', '2022-11-14 12:00:00+00', 'verified', '2022-11-14 12:00:00+00', 'endorsed', '2023-11-15', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 17, '2022-11-14 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (57, 2, 74, 'government', 'recorded_by_staff', '2020-09-29 12:00:00+00', 'verified', '2020-09-29 12:00:00+00', 'endorsed', '2023-11-27', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 18, '2020-09-29 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (80, 2, 102, 'government', 'recorded_by_staff', '2024-01-19 12:00:00+00', 'verified', '2024-01-19 12:00:00+00', 'endorsed', '2023-09-28', 'by', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2024-01-19 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (81, 2, 187, 'government', 'recorded_by_staff', '2024-03-13 12:00:00+00', 'verified', '2024-03-13 12:00:00+00', 'voiced', '2023-12-12', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2024-03-13 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (45, 1, 158, 'government', 'recorded_by_staff', '2019-05-18 12:00:00+00', 'verified', '2019-05-18 12:00:00+00', 'endorsed', '2024-04-24', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 19, '2019-05-18 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (84, 2, 5, 'government', 'recorded_by_staff', '2024-06-25 12:00:00+00', 'verified', '2024-06-25 12:00:00+00', 'endorsed', '2024-04-03', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 20, '2024-06-25 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (6, 3, 201, 'organisation', 'sign_up', '2023-05-15 12:00:00+00', 'verified', '2024-11-13 12:00:00+00', 'endorsed', '2023-05-15', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, NULL, '2023-06-17 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (77, 2, 126, 'government', 'recorded_by_staff', '2023-09-23 12:00:00+00', 'verified', '2023-09-23 12:00:00+00', 'endorsed', '2024-11-23', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 21, '2023-09-23 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (48, 1, 154, 'government', 'recorded_by_staff', '2020-03-28 12:00:00+00', 'verified', '2020-03-28 12:00:00+00', 'endorsed', '2024-11-26', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 22, '2020-03-28 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (66, 1, 174, 'government', 'recorded_by_staff', '2022-10-24 12:00:00+00', 'verified', '2022-10-24 12:00:00+00', 'endorsed', '2024-12-01', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 23, '2022-10-24 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (87, 1, 185, 'government', 'recorded_by_staff', '2024-12-28 12:00:00+00', 'verified', '2024-12-28 12:00:00+00', 'announced', '2024-12-21', 'by', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2024-12-28 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (53, 1, 34, 'government', 'recorded_by_staff', '2020-06-30 12:00:00+00', 'withdrawn', '2025-01-13 12:00:00+00', 'endorsed', '2020-03-28', 'by', true, '2025-01-13', true, '', NULL, 'en', '', 1, 2, 3, NULL, 24, '2020-06-30 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (73, 2, 108, 'government', 'recorded_by_staff', '2023-01-15 12:00:00+00', 'verified', '2023-01-15 12:00:00+00', 'endorsed', '2025-01-26', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 25, '2023-01-15 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (47, 2, 26, 'government', 'recorded_by_staff', '2020-01-18 12:00:00+00', 'verified', '2020-01-18 12:00:00+00', 'endorsed', '2025-03-07', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 26, '2020-01-18 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (88, 2, 127, 'government', 'recorded_by_staff', '2025-04-07 12:00:00+00', 'verified', '2025-04-07 12:00:00+00', 'announced', '2025-02-20', 'by', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2025-04-07 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (51, 2, 172, 'government', 'recorded_by_staff', '2020-05-04 12:00:00+00', 'verified', '2020-05-04 12:00:00+00', 'endorsed', '2025-04-24', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 27, '2020-05-04 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (62, 2, 103, 'government', 'recorded_by_staff', '2021-09-15 12:00:00+00', 'verified', '2021-09-15 12:00:00+00', 'endorsed', '2025-04-29', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 28, '2021-09-15 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (89, 2, 37, 'government', 'recorded_by_staff', '2025-04-29 12:00:00+00', 'verified', '2025-04-29 12:00:00+00', 'voiced', '2025-04-28', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2025-04-29 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (90, 1, 142, 'government', 'recorded_by_staff', '2025-05-06 12:00:00+00', 'verified', '2025-05-06 12:00:00+00', 'voiced', '2025-04-18', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2025-05-06 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (70, 2, 195, 'government', 'recorded_by_staff', '2022-12-11 12:00:00+00', 'withdrawn', '2025-05-08 12:00:00+00', 'endorsed', '2022-09-12', 'by', true, '2025-05-08', true, '', NULL, 'en', '', 1, 2, 3, NULL, 29, '2022-12-11 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (91, 1, 184, 'government', 'recorded_by_staff', '2025-06-22 12:00:00+00', 'verified', '2025-06-22 12:00:00+00', 'voiced', '2025-06-22', 'by', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2025-06-22 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (69, 2, 87, 'government', 'recorded_by_staff', '2022-11-30 12:00:00+00', 'withdrawn', '2025-08-02 12:00:00+00', 'endorsed', '2022-11-05', 'on', true, '2025-08-02', true, '', NULL, 'en', '', 1, 2, 3, NULL, 30, '2022-11-30 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (42, 1, 65, 'government', 'recorded_by_staff', '2018-11-18 12:00:00+00', 'verified', '2018-11-18 12:00:00+00', 'endorsed', '2025-08-18', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 31, '2018-11-18 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (74, 1, 123, 'government', 'recorded_by_staff', '2023-05-09 12:00:00+00', 'verified', '2023-05-09 12:00:00+00', 'endorsed', '2025-09-15', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 32, '2023-05-09 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (4, 4, 199, 'organisation', 'sign_up', '2022-10-27 12:00:00+00', 'invalidated', '2025-10-12 12:00:00+00', 'endorsed', '2022-10-27', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, 33, '2022-12-01 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (76, 1, 148, 'government', 'recorded_by_staff', '2023-08-02 12:00:00+00', 'verified', '2023-08-02 12:00:00+00', 'endorsed', '2025-11-13', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 34, '2023-08-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (82, 1, 162, 'government', 'recorded_by_staff', '2024-03-17 12:00:00+00', 'verified', '2024-03-17 12:00:00+00', 'endorsed', '2025-12-29', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 35, '2024-03-17 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (86, 2, 111, 'government', 'recorded_by_staff', '2024-10-05 12:00:00+00', 'verified', '2024-10-05 12:00:00+00', 'endorsed', '2026-01-30', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 36, '2024-10-05 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (79, 2, 23, 'government', 'recorded_by_staff', '2023-12-11 12:00:00+00', 'verified', '2023-12-11 12:00:00+00', 'endorsed', '2026-03-24', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 37, '2023-12-11 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (5, 5, 200, 'organisation', 'sign_up', '2020-07-13 12:00:00+00', 'verified', '2026-05-01 12:00:00+00', 'endorsed', '2020-07-13', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, NULL, '2020-08-09 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (92, 2, 123, 'government', 'recorded_by_staff', '2026-05-04 12:00:00+00', 'verified', '2026-05-04 12:00:00+00', 'announced', '2026-02-24', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, NULL, '2026-05-04 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (1, 4, 196, 'organisation', 'sign_up', '2025-12-18 12:00:00+00', 'invalidated', '2026-08-09 12:00:00+00', 'endorsed', '2025-12-18', 'on', true, NULL, true, '', NULL, 'en', '', NULL, 1, NULL, NULL, 38, '2025-12-29 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (59, 1, 179, 'government', 'recorded_by_staff', '2021-06-24 12:00:00+00', 'verified', '2021-06-24 12:00:00+00', 'endorsed', '2026-08-27', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 39, '2021-06-24 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (78, 2, 117, 'government', 'recorded_by_staff', '2023-10-28 12:00:00+00', 'verified', '2023-10-28 12:00:00+00', 'endorsed', '2026-09-15', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 40, '2023-10-28 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (85, 1, 73, 'government', 'recorded_by_staff', '2024-09-30 12:00:00+00', 'verified', '2024-09-30 12:00:00+00', 'endorsed', '2026-10-17', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 41, '2024-09-30 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (83, 2, 118, 'government', 'recorded_by_staff', '2024-06-19 12:00:00+00', 'verified', '2024-06-19 12:00:00+00', 'endorsed', '2026-11-18', 'on', true, NULL, true, '', NULL, 'en', '', 1, 2, 3, NULL, 42, '2024-06-19 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (93, 5, 232, 'parliamentarian', 'sign_up', '2026-11-19 05:00:00+00', 'in_review', '2026-11-19 05:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (94, 5, 233, 'organisation', 'sign_up', '2026-11-19 06:00:00+00', 'in_review', '2026-11-19 06:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (95, 5, 234, 'organisation', 'sign_up', '2026-11-19 07:00:00+00', 'in_review', '2026-11-19 07:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (96, 5, 235, 'organisation', 'sign_up', '2026-11-19 08:00:00+00', 'in_review', '2026-11-19 08:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (97, 5, 236, 'organisation', 'sign_up', '2026-11-19 09:00:00+00', 'in_review', '2026-11-19 09:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (98, 5, 237, 'parliamentarian', 'sign_up', '2026-11-19 10:00:00+00', 'in_review', '2026-11-19 10:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (99, 5, 238, 'organisation', 'sign_up', '2026-11-19 11:00:00+00', 'in_review', '2026-11-19 11:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (100, 5, 239, 'organisation', 'sign_up', '2026-11-19 12:00:00+00', 'in_review', '2026-11-19 12:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (101, 5, 240, 'organisation', 'sign_up', '2026-11-19 13:00:00+00', 'in_review', '2026-11-19 13:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (102, 5, 241, 'organisation', 'sign_up', '2026-11-19 14:00:00+00', 'in_review', '2026-11-19 14:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (103, 5, 242, 'parliamentarian', 'sign_up', '2026-11-19 15:00:00+00', 'in_review', '2026-11-19 15:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (104, 5, 243, 'organisation', 'sign_up', '2026-11-19 16:00:00+00', 'in_review', '2026-11-19 16:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (105, 5, 244, 'organisation', 'sign_up', '2026-11-19 17:00:00+00', 'in_review', '2026-11-19 17:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (106, 5, 245, 'organisation', 'sign_up', '2026-11-19 18:00:00+00', 'in_review', '2026-11-19 18:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (107, 5, 246, 'organisation', 'sign_up', '2026-11-19 19:00:00+00', 'in_review', '2026-11-19 19:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (108, 5, 247, 'parliamentarian', 'sign_up', '2026-11-19 20:00:00+00', 'in_review', '2026-11-19 20:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (109, 5, 248, 'organisation', 'sign_up', '2026-11-19 21:00:00+00', 'in_review', '2026-11-19 21:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (110, 5, 249, 'organisation', 'sign_up', '2026-11-19 22:00:00+00', 'in_review', '2026-11-19 22:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (111, 5, 250, 'organisation', 'sign_up', '2026-11-19 23:00:00+00', 'in_review', '2026-11-19 23:00:00+00', 'endorsed', '2026-11-19', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (112, 5, 251, 'organisation', 'sign_up', '2026-11-20 00:00:00+00', 'in_review', '2026-11-20 00:00:00+00', 'endorsed', '2026-11-20', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (113, 5, 252, 'parliamentarian', 'sign_up', '2026-11-20 01:00:00+00', 'in_review', '2026-11-20 01:00:00+00', 'endorsed', '2026-11-20', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (114, 5, 253, 'organisation', 'sign_up', '2026-11-20 02:00:00+00', 'in_review', '2026-11-20 02:00:00+00', 'endorsed', '2026-11-20', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (115, 5, 254, 'organisation', 'sign_up', '2026-11-20 03:00:00+00', 'in_review', '2026-11-20 03:00:00+00', 'endorsed', '2026-11-20', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (116, 5, 255, 'organisation', 'sign_up', '2026-11-20 04:00:00+00', 'in_review', '2026-11-20 04:00:00+00', 'endorsed', '2026-11-20', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.endorsements VALUES (117, 5, 256, 'organisation', 'sign_up', '2026-11-20 05:00:00+00', 'in_review', '2026-11-20 05:00:00+00', 'endorsed', '2026-11-20', 'on', true, NULL, false, '', NULL, 'en', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.evidence VALUES (1, 1, 1, '', '');
INSERT INTO public.evidence VALUES (2, 2, 1, '', '');
INSERT INTO public.evidence VALUES (3, 3, 1, '', '');
INSERT INTO public.evidence VALUES (4, 4, 1, '', '');
INSERT INTO public.evidence VALUES (5, 5, 1, '', '');
INSERT INTO public.evidence VALUES (6, 6, 1, '', '');
INSERT INTO public.evidence VALUES (7, 7, 1, '', '');
INSERT INTO public.evidence VALUES (8, 8, 1, '', '');
INSERT INTO public.evidence VALUES (9, 9, 2, '', '');
INSERT INTO public.evidence VALUES (10, 10, 2, '', '');
INSERT INTO public.evidence VALUES (11, 11, 2, '', '');
INSERT INTO public.evidence VALUES (12, 12, 2, '', '');
INSERT INTO public.evidence VALUES (13, 37, 3, '', '');
INSERT INTO public.evidence VALUES (14, 38, 3, '', '');
INSERT INTO public.evidence VALUES (15, 39, 3, '', '');
INSERT INTO public.evidence VALUES (16, 40, 3, '', '');
INSERT INTO public.evidence VALUES (17, 41, 3, '', '');
INSERT INTO public.evidence VALUES (18, 42, 3, '', '');
INSERT INTO public.evidence VALUES (19, 43, 3, '', '');
INSERT INTO public.evidence VALUES (20, 44, 3, '', '');
INSERT INTO public.evidence VALUES (21, 45, 3, '', '');
INSERT INTO public.evidence VALUES (22, 46, 3, '', '');
INSERT INTO public.evidence VALUES (23, 47, 3, '', '');
INSERT INTO public.evidence VALUES (24, 48, 3, '', '');
INSERT INTO public.evidence VALUES (25, 49, 3, '', '');
INSERT INTO public.evidence VALUES (26, 50, 3, '', '');
INSERT INTO public.evidence VALUES (27, 51, 3, '', '');
INSERT INTO public.evidence VALUES (28, 52, 3, '', '');
INSERT INTO public.evidence VALUES (29, 53, 3, '', '');
INSERT INTO public.evidence VALUES (30, 54, 3, '', '');
INSERT INTO public.evidence VALUES (31, 55, 3, '', '');
INSERT INTO public.evidence VALUES (32, 56, 3, '', '');
INSERT INTO public.evidence VALUES (33, 57, 3, '', '');
INSERT INTO public.evidence VALUES (34, 58, 3, '', '');
INSERT INTO public.evidence VALUES (35, 59, 3, '', '');
INSERT INTO public.evidence VALUES (36, 60, 3, '', '');
INSERT INTO public.evidence VALUES (37, 61, 3, '', '');
INSERT INTO public.evidence VALUES (38, 62, 3, '', '');
INSERT INTO public.evidence VALUES (39, 63, 3, '', '');
INSERT INTO public.evidence VALUES (40, 64, 3, '', '');
INSERT INTO public.evidence VALUES (41, 65, 3, '', '');
INSERT INTO public.evidence VALUES (42, 66, 3, '', '');
INSERT INTO public.evidence VALUES (43, 67, 3, '', '');
INSERT INTO public.evidence VALUES (44, 68, 3, '', '');
INSERT INTO public.evidence VALUES (45, 69, 3, '', '');
INSERT INTO public.evidence VALUES (46, 70, 3, '', '');
INSERT INTO public.evidence VALUES (47, 71, 3, '', '');
INSERT INTO public.evidence VALUES (48, 72, 3, '', '');
INSERT INTO public.evidence VALUES (49, 73, 3, '', '');
INSERT INTO public.evidence VALUES (50, 74, 3, '', '');
INSERT INTO public.evidence VALUES (51, 75, 3, '', '');
INSERT INTO public.evidence VALUES (52, 76, 3, '', '');
INSERT INTO public.evidence VALUES (53, 77, 3, '', '');
INSERT INTO public.evidence VALUES (54, 78, 3, '', '');
INSERT INTO public.evidence VALUES (55, 79, 3, '', '');
INSERT INTO public.evidence VALUES (56, 80, 3, '', '');
INSERT INTO public.evidence VALUES (57, 81, 3, '', '');
INSERT INTO public.evidence VALUES (58, 82, 3, '', '');
INSERT INTO public.evidence VALUES (59, 83, 3, '', '');
INSERT INTO public.evidence VALUES (60, 84, 3, '', '');
INSERT INTO public.evidence VALUES (61, 85, 3, '', '');
INSERT INTO public.evidence VALUES (62, 86, 3, '', '');
INSERT INTO public.evidence VALUES (63, 87, 3, '', '');
INSERT INTO public.evidence VALUES (64, 88, 3, '', '');
INSERT INTO public.evidence VALUES (65, 89, 3, '', '');
INSERT INTO public.evidence VALUES (66, 90, 3, '', '');
INSERT INTO public.evidence VALUES (67, 91, 3, '', '');
INSERT INTO public.evidence VALUES (68, 92, 3, '', '');
INSERT INTO public.handovers VALUES (1, 1, 2, '2026-11-20 06:00:00+00');
INSERT INTO public.heartbeats VALUES ('x', '2026-11-20 06:00:00+00');
INSERT INTO public.held_files VALUES (1, 'x', 1, '\x78', 'x', '2026-11-20 06:00:00+00');
INSERT INTO public.import_mappings VALUES ('x', '[]');
INSERT INTO public.import_rows VALUES (1, 1, 'x', 'added', 'Some words', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, false);
INSERT INTO public.import_runs VALUES (1, 1, 1, 'government', 'Some words', 'x', 'x', '[]', '2026-11-20 06:00:00+00', NULL, NULL, '[]', 'reading', 'Some words', NULL, NULL, NULL, NULL, 0);
INSERT INTO public.initiatives VALUES (1, 1, 'act-code-of-conduct', 'ACT Code of Conduct', 'Code of Conduct regarding Security Council action against genocide, crimes against humanity or war crimes', 'States that support the Code pledge not to vote against a credible draft resolution to prevent or end genocide, crimes against humanity or war crimes.', 'States that join, whether or not they sit on the Security Council now, promise to support timely and decisive Council action to prevent or end genocide, crimes against humanity and war crimes, and not to vote against a credible draft resolution with that aim. They also promise to take full account of the Secretary-General''s assessment of a situation. The text was drafted by a cross-regional group of small and medium-sized States, the Accountability, Coherence and Transparency (ACT) Group, led on this point by Liechtenstein.', '2015-10-23', 'A/70/621-S/2015/978 (14 December 2015), annex I', NULL, 'government', 'government individual organisation parliamentarian', 1, '', NULL, 1, 'initiative act-code-of-conduct', '41e8179214fdd3e1b2b005a7323a1bda542630b9aaa9a4d2b70f7acadb022d03', NULL, NULL, '', NULL, NULL, NULL, 'announced endorsed voiced');
INSERT INTO public.initiatives VALUES (2, 1, 'france-mexico', 'France/Mexico declaration', 'Political Declaration on Suspension of Veto Powers in Cases of Mass Atrocity', 'The five permanent members are asked to agree, collectively and voluntarily, not to use the veto when the Security Council deals with mass atrocities.', 'France and Mexico ask the five permanent members to agree, collectively and voluntarily, not to use the veto when the Security Council deals with mass atrocities. No Charter amendment is needed. The idea was put to the General Assembly by the President of France in 2013, was taken further at ministerial meetings held with Mexico in 2014 and 2015, and was opened to all Member States as a political declaration on 30 September 2015. France has said that it will itself not use the veto in such cases.', '2015-09-30', 'Political declaration opened 30 September 2015; no UN document symbol found', NULL, 'government', 'government individual organisation parliamentarian', 2, '', NULL, 1, 'initiative france-mexico', 'a78e8d93e4c1c69c1363eff8aa966d99cc7ccb5aada142ad95cca3cf7a916821', NULL, NULL, '', NULL, NULL, NULL, 'announced endorsed voiced');
INSERT INTO public.initiatives VALUES (3, 2, 'un2020', 'UN2020', 'UN2020 Initiative', 'A summit for the 75th anniversary of the United Nations, prepared under a General Assembly mandate and open to governments, parliamentarians, experts and civil society.', 'A civil society initiative that asked for the 75th anniversary of the United Nations in 2020 to be used for a summit on the state of the organisation, prepared under a General Assembly mandate and open to governments, parliamentarians, experts and civil society. It called for stocktaking, renewed commitment to the Charter and improvements across the UN system, without backing any single reform. In 2021 it was carried on as the Coalition for the UN We Need.', '2017', 'UN2020 Call to Action (January 2018)', 'un2020.org', 'organisation', 'government individual organisation parliamentarian', 1, 'The anniversary that this initiative prepared for is past: the General Assembly adopted its declaration on 21 September 2020. In 2021 the initiative was carried on as the Coalition for the UN We Need.', NULL, 1, 'initiative un2020', 'fe8906e5a7afc1d4258d56aff1c4127557898687346b7436218fa3f0bf38cd8f', NULL, NULL, '', NULL, NULL, NULL, 'announced endorsed voiced');
INSERT INTO public.initiatives VALUES (4, 3, '1-for-7-billion', '1 for 7 Billion', '1 for 7 Billion campaign', 'Published criteria and a timetable, public hearings, more than one candidate put to the General Assembly, and a single longer term for the Secretary-General.', 'A campaign of non-governmental organisations and individuals for an open, merit-based and inclusive way of choosing the Secretary-General of the United Nations. It asked for published criteria and a timetable, public hearings, more than one candidate put to the General Assembly, and a single longer term. Its work centred on the 2016 appointment; its material is now found at 1for8billion.org.', '2014-11', '1 for 7 Billion policy platform (November 2014)', '1for7billion.org', 'individual organisation', 'government individual organisation parliamentarian', 1, '', NULL, 1, 'initiative 1-for-7-billion', '83422629bfe404a25f46d3ce89f02d105cfc75f5057ba592f991cafcea907e00', NULL, NULL, 'These are the ten of the campaign’s own page, written before the 70th session of the General Assembly (2015). Assessments after the 2016 selection are said to propose ten reforms as well; whether those are the same ten could not be established. Number 10 is cut off in the copy that was read, and was completed from the campaign’s priorities page.', NULL, NULL, NULL, 'announced endorsed voiced');
INSERT INTO public.initiatives VALUES (5, 4, 'unpa', 'UN Parliamentary Assembly', 'Campaign for a United Nations Parliamentary Assembly', 'An assembly of elected representatives added to the United Nations, which could begin as a consultative body and grow in powers and in direct election step by step.', 'A network of parliamentarians, non-governmental organisations, scholars and citizens that wants an assembly of elected representatives added to the United Nations. Supporters sign the Appeal for the Establishment of a Parliamentary Assembly at the United Nations. The assembly could begin as a consultative body and grow in powers and in direct election step by step.', '2007-04-23', 'Appeal for the Establishment of a Parliamentary Assembly at the United Nations (2007)', 'unpacampaign.org', 'individual organisation parliamentarian', 'government individual organisation parliamentarian', 1, '', NULL, 1, 'initiative unpa', '281ca69cf72a7c41e0f0a1d87b2a41550ce3533d320b30efb985443603523d59', NULL, NULL, '', NULL, NULL, NULL, 'announced endorsed voiced');
INSERT INTO public.inspections VALUES ('x', '2026-11-20 06:00:00+00', 1, '[]');
INSERT INTO public.instruments VALUES (1, 'campaign_page', 'Invented list of organisations, for demonstration only', '', '', '', false, NULL, NULL, NULL, NULL, NULL, NULL, 'Demonstration', '', '', NULL, false, 1);
INSERT INTO public.instruments VALUES (2, 'campaign_page', 'Invented list of parliamentarians, for demonstration only', '', '', '', false, NULL, NULL, NULL, NULL, NULL, NULL, 'Demonstration', '', '', NULL, false, 1);
INSERT INTO public.instruments VALUES (3, 'note_verbale', 'Invented note verbale, for demonstration only', '', '', '', false, NULL, NULL, NULL, NULL, NULL, NULL, 'Demonstration', '', '', NULL, false, 1);
INSERT INTO public.internal_notes VALUES (1, 1, 1, '2026-11-20 06:00:00+00', 'Some words');
INSERT INTO public.ledger_events VALUES (1, 5, 2, 'organisation', 'endorsed', 1, '2017-05-27', 'on', 'verify', NULL, NULL, 197, NULL, 0, '2017-06-11 23:00:00+00');
INSERT INTO public.ledger_events VALUES (2, 1, 37, 'government', 'voiced', 1, '2017-05-23', 'on', 'verify', 'member', 'JOR', 86, NULL, 1, '2017-08-27 23:00:00+00');
INSERT INTO public.ledger_events VALUES (3, 1, 38, 'government', 'announced', 1, '2017-07-17', 'by', 'verify', 'member', 'GMB', 66, NULL, 2, '2017-09-24 23:00:00+00');
INSERT INTO public.ledger_events VALUES (4, 5, 10, 'parliamentarian', 'endorsed', 1, '2017-11-07', 'on', 'verify', NULL, NULL, NULL, 'f93a5c70aae18332dcba0567bda16f2f215545c5922275be0f57b5c853051310', 3, '2017-11-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (5, 5, 24, 'individual', 'endorsed', 1, '2018-01-07', 'on', 'confirm', NULL, NULL, NULL, 'b243b299b4a3e6ac1e6ac34a62dc7830a9725599fb0073873bf7390196da3db6', 4, '2018-01-07 23:00:00+00');
INSERT INTO public.ledger_events VALUES (6, 5, 16, 'individual', 'endorsed', 1, '2018-01-10', 'on', 'confirm', NULL, NULL, NULL, 'fdd974a210d1e28740cc0383e1c3b81e72b4d887c967c3d54ddc33b1f320ac8e', 5, '2018-01-14 23:00:00+00');
INSERT INTO public.ledger_events VALUES (7, 4, 15, 'individual', 'endorsed', 1, '2018-02-03', 'on', 'confirm', NULL, NULL, NULL, 'a72ec1df415fed7bd2a6eaeb5e64bf73dd742b4de2ac018c26300c76a6908672', 6, '2018-02-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (8, 5, 34, 'individual', 'endorsed', 1, '2018-02-22', 'on', 'confirm', NULL, NULL, NULL, 'e4832d204fd5a1fe3c5d2872e60d26eb17fcb45b04ef43145f97f2e045c3bab8', 7, '2018-02-25 23:00:00+00');
INSERT INTO public.ledger_events VALUES (9, 4, 17, 'individual', 'endorsed', 1, '2018-03-16', 'on', 'confirm', NULL, NULL, NULL, '1c1f67b79e2fdb449cf78269042c184c53184c276f47ca38208303350086ac42', 8, '2018-03-18 23:00:00+00');
INSERT INTO public.ledger_events VALUES (10, 4, 23, 'individual', 'endorsed', 1, '2018-04-21', 'on', 'confirm', NULL, NULL, NULL, '3af4119913c91444ce6d47c1a5edf0f1b36ca87ef39d7b2cb7eff912b6b1a941', 9, '2018-04-22 23:00:00+00');
INSERT INTO public.ledger_events VALUES (11, 1, 39, 'government', 'voiced', 1, '2018-03-09', 'by', 'verify', 'member', 'DOM', 49, NULL, 10, '2018-04-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (12, 1, 40, 'government', 'endorsed', 1, '2018-02-23', 'on', 'verify', 'member', 'SDN', 152, NULL, 11, '2018-05-06 23:00:00+00');
INSERT INTO public.ledger_events VALUES (13, 5, 8, 'organisation', 'endorsed', 1, '2018-06-27', 'on', 'verify', NULL, NULL, 203, NULL, 12, '2018-07-22 23:00:00+00');
INSERT INTO public.ledger_events VALUES (14, 2, 41, 'government', 'endorsed', 1, '2018-04-28', 'on', 'verify', 'member', 'CMR', 35, NULL, 13, '2018-08-26 23:00:00+00');
INSERT INTO public.ledger_events VALUES (15, 5, 11, 'parliamentarian', 'endorsed', 1, '2018-09-27', 'on', 'verify', NULL, NULL, NULL, 'ff294c0470bcf1cc67d1e5766b9391e2b85b2eb733b054f7a9f6b07ec387c4bd', 14, '2018-10-07 23:00:00+00');
INSERT INTO public.ledger_events VALUES (16, 2, 41, 'government', 'endorsed', -1, '2018-04-28', 'on', 'redate', 'member', 'CMR', 35, NULL, 15, '2018-10-28 23:00:00+00');
INSERT INTO public.ledger_events VALUES (17, 2, 41, 'government', 'endorsed', 1, '2018-03-27', 'on', 'redate', 'member', 'CMR', 35, NULL, 16, '2018-10-28 23:00:00+00');
INSERT INTO public.ledger_events VALUES (18, 1, 42, 'government', 'voiced', 1, '2018-09-28', 'on', 'verify', 'member', 'GIN', 65, NULL, 17, '2018-11-18 23:00:00+00');
INSERT INTO public.ledger_events VALUES (19, 2, 43, 'government', 'announced', 1, '2018-10-13', 'on', 'verify', 'member', 'TON', 176, NULL, 18, '2019-01-06 23:00:00+00');
INSERT INTO public.ledger_events VALUES (20, 1, 44, 'government', 'announced', 1, '2018-11-25', 'on', 'verify', 'member', 'GNQ', 68, NULL, 19, '2019-02-10 23:00:00+00');
INSERT INTO public.ledger_events VALUES (21, 1, 45, 'government', 'announced', 1, '2019-05-04', 'by', 'verify', 'member', 'SMR', 158, NULL, 20, '2019-05-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (22, 3, 3, 'organisation', 'endorsed', 1, '2019-09-28', 'on', 'verify', NULL, NULL, 198, NULL, 21, '2019-10-13 23:00:00+00');
INSERT INTO public.ledger_events VALUES (23, 3, 3, 'organisation', 'endorsed', -1, '2019-12-14', 'on', 'suspend', NULL, NULL, 198, NULL, 22, '2019-12-15 23:00:00+00');
INSERT INTO public.ledger_events VALUES (24, 2, 46, 'government', 'endorsed', 1, '2019-09-13', 'on', 'verify', 'member', 'LVA', 107, NULL, 23, '2019-12-22 23:00:00+00');
INSERT INTO public.ledger_events VALUES (25, 3, 3, 'organisation', 'endorsed', -1, '2019-09-28', 'on', 'invalidate', NULL, NULL, 198, NULL, 24, '2019-12-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (26, 3, 3, 'organisation', 'endorsed', 1, '2019-12-14', 'on', 'invalidate', NULL, NULL, 198, NULL, 25, '2019-12-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (27, 2, 47, 'government', 'voiced', 1, '2020-01-18', 'on', 'verify', 'member', 'BRN', 26, NULL, 26, '2020-01-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (28, 5, 20, 'individual', 'endorsed', 1, '2020-01-30', 'on', 'confirm', NULL, NULL, NULL, 'f67b393203747c311d54817bc9ca8f498b6e8efd8b8f88ed66ff4ecf014a55fe', 27, '2020-02-02 23:00:00+00');
INSERT INTO public.ledger_events VALUES (29, 5, 2, 'organisation', 'endorsed', -1, '2020-03-16', 'on', 'suspend', NULL, NULL, 197, NULL, 28, '2020-03-22 23:00:00+00');
INSERT INTO public.ledger_events VALUES (30, 5, 2, 'organisation', 'endorsed', -1, '2017-05-27', 'on', 'invalidate', NULL, NULL, 197, NULL, 29, '2020-03-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (31, 5, 2, 'organisation', 'endorsed', 1, '2020-03-16', 'on', 'invalidate', NULL, NULL, 197, NULL, 30, '2020-03-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (32, 1, 48, 'government', 'announced', 1, '2020-01-22', 'on', 'verify', 'member', 'SGP', 154, NULL, 31, '2020-03-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (33, 2, 49, 'government', 'voiced', 1, '2020-02-03', 'on', 'verify', 'member', 'CUB', 42, NULL, 32, '2020-03-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (34, 1, 50, 'government', 'voiced', 1, '2020-01-17', 'on', 'verify', 'member', 'AGO', 2, NULL, 33, '2020-04-05 23:00:00+00');
INSERT INTO public.ledger_events VALUES (35, 5, 30, 'individual', 'endorsed', 1, '2020-05-01', 'on', 'confirm', NULL, NULL, NULL, '0fd214a938d6c126dad7071eab148ddd5269a10f797679fc62851ab647a258b6', 34, '2020-05-03 23:00:00+00');
INSERT INTO public.ledger_events VALUES (36, 2, 51, 'government', 'voiced', 1, '2020-02-20', 'on', 'verify', 'member', 'THA', 172, NULL, 35, '2020-05-10 23:00:00+00');
INSERT INTO public.ledger_events VALUES (37, 1, 52, 'government', 'endorsed', 1, '2020-03-25', 'on', 'verify', 'member', 'BEN', 14, NULL, 36, '2020-05-17 23:00:00+00');
INSERT INTO public.ledger_events VALUES (38, 1, 53, 'government', 'endorsed', 1, '2020-03-28', 'by', 'verify', 'member', 'CIV', 34, NULL, 37, '2020-07-05 23:00:00+00');
INSERT INTO public.ledger_events VALUES (39, 4, 29, 'individual', 'endorsed', 1, '2020-07-09', 'on', 'confirm', NULL, NULL, NULL, '29c1684d6664c0d7641b29aab795d8225ffcec5c5df2a9fd475ffcab7db59427', 38, '2020-07-12 23:00:00+00');
INSERT INTO public.ledger_events VALUES (40, 1, 54, 'government', 'announced', 1, '2020-05-31', 'on', 'verify', 'member', 'SVN', 165, NULL, 39, '2020-08-02 23:00:00+00');
INSERT INTO public.ledger_events VALUES (41, 1, 55, 'government', 'voiced', 1, '2020-04-14', 'on', 'verify', 'member', 'FJI', 58, NULL, 40, '2020-08-02 23:00:00+00');
INSERT INTO public.ledger_events VALUES (42, 5, 5, 'organisation', 'endorsed', 1, '2020-07-13', 'on', 'verify', NULL, NULL, 200, NULL, 41, '2020-08-09 23:00:00+00');
INSERT INTO public.ledger_events VALUES (43, 2, 56, 'government', 'endorsed', 1, '2020-08-24', 'on', 'verify', 'member', 'KWT', 95, NULL, 42, '2020-09-20 23:00:00+00');
INSERT INTO public.ledger_events VALUES (44, 2, 57, 'government', 'voiced', 1, '2020-09-10', 'by', 'verify', 'member', 'HRV', 74, NULL, 43, '2020-10-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (45, 1, 58, 'government', 'endorsed', 1, '2020-09-15', 'on', 'verify', 'member', 'GEO', 63, NULL, 44, '2020-11-01 23:00:00+00');
INSERT INTO public.ledger_events VALUES (46, 4, 7, 'organisation', 'endorsed', 1, '2020-10-23', 'on', 'verify', NULL, NULL, 202, NULL, 45, '2020-11-08 23:00:00+00');
INSERT INTO public.ledger_events VALUES (47, 2, 56, 'government', 'endorsed', -1, '2020-08-24', 'on', 'redate', 'member', 'KWT', 95, NULL, 46, '2020-11-15 23:00:00+00');
INSERT INTO public.ledger_events VALUES (48, 2, 56, 'government', 'endorsed', 1, '2020-06-28', 'on', 'redate', 'member', 'KWT', 95, NULL, 47, '2020-11-15 23:00:00+00');
INSERT INTO public.ledger_events VALUES (49, 1, 58, 'government', 'endorsed', -1, '2020-09-15', 'on', 'redate', 'member', 'GEO', 63, NULL, 48, '2021-01-03 23:00:00+00');
INSERT INTO public.ledger_events VALUES (50, 1, 58, 'government', 'endorsed', 1, '2020-07-21', 'on', 'redate', 'member', 'GEO', 63, NULL, 49, '2021-01-03 23:00:00+00');
INSERT INTO public.ledger_events VALUES (51, 1, 59, 'government', 'voiced', 1, '2021-03-24', 'on', 'verify', 'member', 'TUR', 179, NULL, 50, '2021-06-27 23:00:00+00');
INSERT INTO public.ledger_events VALUES (52, 2, 60, 'government', 'voiced', 1, '2021-06-24', 'by', 'verify', 'member', 'GNB', 67, NULL, 51, '2021-06-27 23:00:00+00');
INSERT INTO public.ledger_events VALUES (53, 1, 52, 'government', 'endorsed', -1, '2021-08-31', 'on', 'withdraw', 'member', 'BEN', 14, NULL, 52, '2021-09-05 23:00:00+00');
INSERT INTO public.ledger_events VALUES (54, 2, 61, 'government', 'voiced', 1, '2021-08-23', 'by', 'verify', 'member', 'CYP', 43, NULL, 53, '2021-09-12 23:00:00+00');
INSERT INTO public.ledger_events VALUES (55, 2, 62, 'government', 'announced', 1, '2021-08-13', 'by', 'verify', 'member', 'LKA', 103, NULL, 54, '2021-09-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (56, 2, 46, 'government', 'endorsed', -1, '2021-11-04', 'on', 'withdraw', 'member', 'LVA', 107, NULL, 55, '2021-11-07 23:00:00+00');
INSERT INTO public.ledger_events VALUES (57, 5, 8, 'organisation', 'endorsed', -1, '2022-02-05', 'on', 'suspend', NULL, NULL, 203, NULL, 56, '2022-02-06 23:00:00+00');
INSERT INTO public.ledger_events VALUES (58, 5, 8, 'organisation', 'endorsed', 1, '2022-02-05', 'on', 'reinstate', NULL, NULL, 203, NULL, 57, '2022-02-20 23:00:00+00');
INSERT INTO public.ledger_events VALUES (59, 1, 63, 'government', 'endorsed', 1, '2022-02-24', 'on', 'verify', 'member', 'HUN', 76, NULL, 58, '2022-06-05 23:00:00+00');
INSERT INTO public.ledger_events VALUES (60, 1, 63, 'government', 'endorsed', -1, '2022-02-24', 'on', 'redate', 'member', 'HUN', 76, NULL, 59, '2022-07-31 23:00:00+00');
INSERT INTO public.ledger_events VALUES (61, 1, 63, 'government', 'endorsed', 1, '2022-01-19', 'on', 'redate', 'member', 'HUN', 76, NULL, 60, '2022-07-31 23:00:00+00');
INSERT INTO public.ledger_events VALUES (62, 2, 64, 'government', 'endorsed', 1, '2022-06-05', 'on', 'verify', 'member', 'PAN', 137, NULL, 61, '2022-07-31 23:00:00+00');
INSERT INTO public.ledger_events VALUES (63, 1, 50, 'government', 'voiced', -1, '2022-08-04', 'on', 'regrade', 'member', 'AGO', 2, NULL, 62, '2022-08-07 23:00:00+00');
INSERT INTO public.ledger_events VALUES (64, 1, 50, 'government', 'endorsed', 1, '2022-08-04', 'on', 'regrade', 'member', 'AGO', 2, NULL, 63, '2022-08-07 23:00:00+00');
INSERT INTO public.ledger_events VALUES (65, 4, 19, 'individual', 'endorsed', 1, '2022-09-02', 'on', 'confirm', NULL, NULL, NULL, '722e713e3af4b25c663ecb1e05abe49e864e5127b83e4f735226225aeef5b5fe', 64, '2022-09-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (66, 4, 21, 'individual', 'endorsed', 1, '2022-09-22', 'on', 'confirm', NULL, NULL, NULL, 'b9c1b604079dabb1a32b64daba2e67e85edb1831e753605d6fbfe40d9d8b7a8d', 65, '2022-09-25 23:00:00+00');
INSERT INTO public.ledger_events VALUES (67, 2, 64, 'government', 'endorsed', -1, '2022-06-05', 'on', 'redate', 'member', 'PAN', 137, NULL, 66, '2022-10-02 23:00:00+00');
INSERT INTO public.ledger_events VALUES (68, 2, 64, 'government', 'endorsed', 1, '2022-05-16', 'on', 'redate', 'member', 'PAN', 137, NULL, 67, '2022-10-02 23:00:00+00');
INSERT INTO public.ledger_events VALUES (69, 1, 65, 'government', 'endorsed', 1, '2022-09-13', 'by', 'verify', 'observer', 'VAT', 102, NULL, 68, '2022-10-02 23:00:00+00');
INSERT INTO public.ledger_events VALUES (70, 1, 66, 'government', 'announced', 1, '2022-08-29', 'by', 'verify', 'member', 'TKM', 174, NULL, 69, '2022-10-30 23:00:00+00');
INSERT INTO public.ledger_events VALUES (71, 4, 27, 'individual', 'endorsed', 1, '2022-11-14', 'on', 'confirm', NULL, NULL, NULL, '02083e17c71dad81367e4a78c28cf424b69fdf1cd8600912bb94243c1bc54ef2', 70, '2022-11-20 23:00:00+00');
INSERT INTO public.ledger_events VALUES (72, 1, 67, 'government', 'announced', 1, '2022-10-05', 'on', 'verify', 'member', 'NZL', 134, NULL, 71, '2022-11-20 23:00:00+00');
INSERT INTO public.ledger_events VALUES (73, 2, 68, 'government', 'announced', 1, '2022-10-06', 'by', 'verify', 'member', 'CZE', 44, NULL, 72, '2022-11-27 23:00:00+00');
INSERT INTO public.ledger_events VALUES (74, 4, 4, 'organisation', 'endorsed', 1, '2022-10-27', 'on', 'verify', NULL, NULL, 199, NULL, 73, '2022-12-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (75, 2, 69, 'government', 'endorsed', 1, '2022-11-05', 'on', 'verify', 'member', 'JPN', 87, NULL, 74, '2022-12-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (76, 1, 39, 'government', 'voiced', -1, '2022-12-01', 'on', 'regrade', 'member', 'DOM', 49, NULL, 75, '2022-12-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (77, 1, 39, 'government', 'endorsed', 1, '2022-12-01', 'on', 'regrade', 'member', 'DOM', 49, NULL, 76, '2022-12-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (78, 2, 43, 'government', 'announced', -1, '2022-12-09', 'on', 'regrade', 'member', 'TON', 176, NULL, 77, '2022-12-11 23:00:00+00');
INSERT INTO public.ledger_events VALUES (79, 2, 43, 'government', 'endorsed', 1, '2022-12-09', 'on', 'regrade', 'member', 'TON', 176, NULL, 78, '2022-12-11 23:00:00+00');
INSERT INTO public.ledger_events VALUES (80, 2, 70, 'government', 'endorsed', 1, '2022-09-12', 'by', 'verify', 'member', 'ZWE', 195, NULL, 79, '2022-12-11 23:00:00+00');
INSERT INTO public.ledger_events VALUES (81, 1, 71, 'government', 'endorsed', 1, '2022-09-16', 'on', 'verify', 'member', 'DJI', 46, NULL, 80, '2022-12-18 23:00:00+00');
INSERT INTO public.ledger_events VALUES (82, 1, 40, 'government', 'endorsed', -1, '2023-01-05', 'on', 'withdraw', 'member', 'SDN', 152, NULL, 81, '2023-01-08 23:00:00+00');
INSERT INTO public.ledger_events VALUES (83, 1, 72, 'government', 'endorsed', 1, '2022-12-02', 'by', 'verify', 'member', 'KEN', 89, NULL, 82, '2023-01-15 23:00:00+00');
INSERT INTO public.ledger_events VALUES (84, 2, 73, 'government', 'voiced', 1, '2022-09-17', 'on', 'verify', 'member', 'MAR', 108, NULL, 83, '2023-01-15 23:00:00+00');
INSERT INTO public.ledger_events VALUES (85, 4, 7, 'organisation', 'endorsed', -1, '2023-02-03', 'on', 'suspend', NULL, NULL, 202, NULL, 84, '2023-02-05 23:00:00+00');
INSERT INTO public.ledger_events VALUES (86, 4, 13, 'individual', 'endorsed', 1, '2023-02-08', 'on', 'confirm', NULL, NULL, NULL, 'b53943b12fd3533a62b296d9573c55d2951bb0fca23da35b962d71753553a6a9', 85, '2023-02-12 23:00:00+00');
INSERT INTO public.ledger_events VALUES (87, 4, 7, 'organisation', 'endorsed', 1, '2023-02-03', 'on', 'reinstate', NULL, NULL, 202, NULL, 86, '2023-02-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (88, 1, 71, 'government', 'endorsed', -1, '2022-09-16', 'on', 'redate', 'member', 'DJI', 46, NULL, 87, '2023-02-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (89, 1, 71, 'government', 'endorsed', 1, '2022-07-19', 'on', 'redate', 'member', 'DJI', 46, NULL, 88, '2023-02-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (90, 1, 72, 'government', 'endorsed', -1, '2022-12-02', 'by', 'redate', 'member', 'KEN', 89, NULL, 89, '2023-03-12 23:00:00+00');
INSERT INTO public.ledger_events VALUES (91, 1, 72, 'government', 'endorsed', 1, '2022-10-10', 'on', 'redate', 'member', 'KEN', 89, NULL, 90, '2023-03-12 23:00:00+00');
INSERT INTO public.ledger_events VALUES (92, 5, 22, 'individual', 'endorsed', 1, '2023-04-26', 'on', 'confirm', NULL, NULL, NULL, '77ec9aafdc03ca81c2f18fcd01a08d7bd056cc99760485ce35a5322cf3c1237a', 91, '2023-04-30 23:00:00+00');
INSERT INTO public.ledger_events VALUES (93, 1, 74, 'government', 'voiced', 1, '2023-04-10', 'on', 'verify', 'member', 'MUS', 123, NULL, 92, '2023-05-14 23:00:00+00');
INSERT INTO public.ledger_events VALUES (94, 3, 6, 'organisation', 'endorsed', 1, '2023-05-15', 'on', 'verify', NULL, NULL, 201, NULL, 93, '2023-06-18 23:00:00+00');
INSERT INTO public.ledger_events VALUES (95, 2, 61, 'government', 'voiced', -1, '2023-06-23', 'on', 'regrade', 'member', 'CYP', 43, NULL, 94, '2023-06-25 23:00:00+00');
INSERT INTO public.ledger_events VALUES (96, 2, 61, 'government', 'endorsed', 1, '2023-06-23', 'on', 'regrade', 'member', 'CYP', 43, NULL, 95, '2023-06-25 23:00:00+00');
INSERT INTO public.ledger_events VALUES (97, 2, 75, 'government', 'announced', 1, '2023-04-09', 'on', 'verify', 'member', 'PHL', 139, NULL, 96, '2023-07-16 23:00:00+00');
INSERT INTO public.ledger_events VALUES (98, 4, 25, 'individual', 'endorsed', 1, '2023-07-21', 'on', 'confirm', NULL, NULL, NULL, 'd91e4e51bd4a467cc37472e60ca088ef8964628756bf4693e8c53e104307af6e', 97, '2023-07-23 23:00:00+00');
INSERT INTO public.ledger_events VALUES (99, 1, 76, 'government', 'announced', 1, '2023-05-31', 'on', 'verify', 'member', 'ROU', 148, NULL, 98, '2023-08-06 23:00:00+00');
INSERT INTO public.ledger_events VALUES (100, 2, 77, 'government', 'announced', 1, '2023-07-24', 'on', 'verify', 'member', 'NAM', 126, NULL, 99, '2023-09-24 23:00:00+00');
INSERT INTO public.ledger_events VALUES (101, 2, 78, 'government', 'announced', 1, '2023-10-14', 'on', 'verify', 'member', 'MLT', 117, NULL, 100, '2023-10-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (102, 1, 67, 'government', 'announced', -1, '2023-11-15', 'on', 'regrade', 'member', 'NZL', 134, NULL, 101, '2023-11-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (103, 1, 67, 'government', 'endorsed', 1, '2023-11-15', 'on', 'regrade', 'member', 'NZL', 134, NULL, 102, '2023-11-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (104, 2, 57, 'government', 'voiced', -1, '2023-11-27', 'on', 'regrade', 'member', 'HRV', 74, NULL, 103, '2023-12-03 23:00:00+00');
INSERT INTO public.ledger_events VALUES (105, 2, 57, 'government', 'endorsed', 1, '2023-11-27', 'on', 'regrade', 'member', 'HRV', 74, NULL, 104, '2023-12-03 23:00:00+00');
INSERT INTO public.ledger_events VALUES (106, 2, 79, 'government', 'announced', 1, '2023-11-03', 'on', 'verify', 'member', 'BOL', 23, NULL, 105, '2023-12-17 23:00:00+00');
INSERT INTO public.ledger_events VALUES (107, 2, 80, 'government', 'endorsed', 1, '2023-09-28', 'by', 'verify', 'observer', 'VAT', 102, NULL, 106, '2024-01-21 23:00:00+00');
INSERT INTO public.ledger_events VALUES (108, 2, 81, 'government', 'voiced', 1, '2023-12-12', 'on', 'verify', 'member', 'VCT', 187, NULL, 107, '2024-03-17 23:00:00+00');
INSERT INTO public.ledger_events VALUES (109, 1, 82, 'government', 'announced', 1, '2024-01-07', 'on', 'verify', 'member', 'STP', 162, NULL, 108, '2024-03-17 23:00:00+00');
INSERT INTO public.ledger_events VALUES (110, 1, 45, 'government', 'announced', -1, '2024-04-24', 'on', 'regrade', 'member', 'SMR', 158, NULL, 109, '2024-04-28 23:00:00+00');
INSERT INTO public.ledger_events VALUES (111, 1, 45, 'government', 'endorsed', 1, '2024-04-24', 'on', 'regrade', 'member', 'SMR', 158, NULL, 110, '2024-04-28 23:00:00+00');
INSERT INTO public.ledger_events VALUES (112, 2, 83, 'government', 'announced', 1, '2024-06-03', 'by', 'verify', 'member', 'MMR', 118, NULL, 111, '2024-06-23 23:00:00+00');
INSERT INTO public.ledger_events VALUES (113, 2, 84, 'government', 'endorsed', 1, '2024-06-02', 'by', 'verify', 'member', 'ARE', 5, NULL, 112, '2024-06-30 23:00:00+00');
INSERT INTO public.ledger_events VALUES (114, 2, 84, 'government', 'endorsed', -1, '2024-06-02', 'by', 'redate', 'member', 'ARE', 5, NULL, 113, '2024-08-25 23:00:00+00');
INSERT INTO public.ledger_events VALUES (115, 2, 84, 'government', 'endorsed', 1, '2024-04-03', 'on', 'redate', 'member', 'ARE', 5, NULL, 114, '2024-08-25 23:00:00+00');
INSERT INTO public.ledger_events VALUES (116, 1, 85, 'government', 'voiced', 1, '2024-08-28', 'by', 'verify', 'member', 'HND', 73, NULL, 115, '2024-10-06 23:00:00+00');
INSERT INTO public.ledger_events VALUES (117, 2, 86, 'government', 'voiced', 1, '2024-06-24', 'on', 'verify', 'member', 'MDG', 111, NULL, 116, '2024-10-06 23:00:00+00');
INSERT INTO public.ledger_events VALUES (118, 4, 33, 'individual', 'endorsed', 1, '2024-10-31', 'on', 'confirm', NULL, NULL, NULL, '98c044a20479790d8e9b099aee2286d9cb075cf238c8d1719844f94ea661a550', 117, '2024-11-03 23:00:00+00');
INSERT INTO public.ledger_events VALUES (119, 3, 6, 'organisation', 'endorsed', -1, '2024-11-03', 'on', 'suspend', NULL, NULL, 201, NULL, 118, '2024-11-03 23:00:00+00');
INSERT INTO public.ledger_events VALUES (120, 3, 6, 'organisation', 'endorsed', 1, '2024-11-03', 'on', 'reinstate', NULL, NULL, 201, NULL, 119, '2024-11-17 23:00:00+00');
INSERT INTO public.ledger_events VALUES (121, 2, 77, 'government', 'announced', -1, '2024-11-23', 'on', 'regrade', 'member', 'NAM', 126, NULL, 120, '2024-11-24 23:00:00+00');
INSERT INTO public.ledger_events VALUES (122, 2, 77, 'government', 'endorsed', 1, '2024-11-23', 'on', 'regrade', 'member', 'NAM', 126, NULL, 121, '2024-11-24 23:00:00+00');
INSERT INTO public.ledger_events VALUES (123, 1, 48, 'government', 'announced', -1, '2024-11-26', 'on', 'regrade', 'member', 'SGP', 154, NULL, 122, '2024-12-01 23:00:00+00');
INSERT INTO public.ledger_events VALUES (124, 1, 48, 'government', 'endorsed', 1, '2024-11-26', 'on', 'regrade', 'member', 'SGP', 154, NULL, 123, '2024-12-01 23:00:00+00');
INSERT INTO public.ledger_events VALUES (125, 1, 66, 'government', 'announced', -1, '2024-12-01', 'on', 'regrade', 'member', 'TKM', 174, NULL, 124, '2024-12-01 23:00:00+00');
INSERT INTO public.ledger_events VALUES (126, 1, 66, 'government', 'endorsed', 1, '2024-12-01', 'on', 'regrade', 'member', 'TKM', 174, NULL, 125, '2024-12-01 23:00:00+00');
INSERT INTO public.ledger_events VALUES (127, 1, 87, 'government', 'announced', 1, '2024-12-21', 'by', 'verify', 'member', 'USA', 185, NULL, 126, '2024-12-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (128, 1, 53, 'government', 'endorsed', -1, '2025-01-13', 'on', 'withdraw', 'member', 'CIV', 34, NULL, 127, '2025-01-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (129, 2, 73, 'government', 'voiced', -1, '2025-01-26', 'on', 'regrade', 'member', 'MAR', 108, NULL, 128, '2025-01-26 23:00:00+00');
INSERT INTO public.ledger_events VALUES (130, 2, 73, 'government', 'endorsed', 1, '2025-01-26', 'on', 'regrade', 'member', 'MAR', 108, NULL, 129, '2025-01-26 23:00:00+00');
INSERT INTO public.ledger_events VALUES (131, 2, 47, 'government', 'voiced', -1, '2025-03-07', 'on', 'regrade', 'member', 'BRN', 26, NULL, 130, '2025-03-09 23:00:00+00');
INSERT INTO public.ledger_events VALUES (132, 2, 47, 'government', 'endorsed', 1, '2025-03-07', 'on', 'regrade', 'member', 'BRN', 26, NULL, 131, '2025-03-09 23:00:00+00');
INSERT INTO public.ledger_events VALUES (133, 5, 18, 'individual', 'endorsed', 1, '2025-03-16', 'on', 'confirm', NULL, NULL, NULL, '1f8aa5cc242a8934d51ebc6f1cf9df6fea76ad5eb154050e3c4f271c45c88d54', 132, '2025-03-16 23:00:00+00');
INSERT INTO public.ledger_events VALUES (134, 5, 28, 'individual', 'endorsed', 1, '2025-03-27', 'on', 'confirm', NULL, NULL, NULL, '3c3ceff56684daa8c2e9291c027c5a62958a66bc436ba0dee2e872d66c61cc48', 133, '2025-03-30 23:00:00+00');
INSERT INTO public.ledger_events VALUES (135, 4, 35, 'individual', 'endorsed', 1, '2025-04-05', 'on', 'confirm', NULL, NULL, NULL, '99f5209b388e33631f704c2f4474d0dfee8645c9fd40fa0de2accdf7bcf1c9a4', 134, '2025-04-06 23:00:00+00');
INSERT INTO public.ledger_events VALUES (136, 5, 36, 'individual', 'endorsed', 1, '2025-04-06', 'on', 'confirm', NULL, NULL, NULL, 'e8cc272187dfe7c92734545150341709a4d9102daec868e77493c642203e4685', 135, '2025-04-06 23:00:00+00');
INSERT INTO public.ledger_events VALUES (137, 5, 32, 'individual', 'endorsed', 1, '2025-04-07', 'on', 'confirm', NULL, NULL, NULL, '112311cd2b7e259ea19c5af8e072bfb8caaef451437a03cc8fb83b574dc36cfe', 136, '2025-04-13 23:00:00+00');
INSERT INTO public.ledger_events VALUES (138, 2, 88, 'government', 'announced', 1, '2025-02-20', 'by', 'verify', 'member', 'NER', 127, NULL, 137, '2025-04-13 23:00:00+00');
INSERT INTO public.ledger_events VALUES (139, 2, 51, 'government', 'voiced', -1, '2025-04-24', 'on', 'regrade', 'member', 'THA', 172, NULL, 138, '2025-04-27 23:00:00+00');
INSERT INTO public.ledger_events VALUES (140, 2, 51, 'government', 'endorsed', 1, '2025-04-24', 'on', 'regrade', 'member', 'THA', 172, NULL, 139, '2025-04-27 23:00:00+00');
INSERT INTO public.ledger_events VALUES (141, 2, 62, 'government', 'announced', -1, '2025-04-29', 'on', 'regrade', 'member', 'LKA', 103, NULL, 140, '2025-05-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (142, 2, 62, 'government', 'endorsed', 1, '2025-04-29', 'on', 'regrade', 'member', 'LKA', 103, NULL, 141, '2025-05-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (143, 2, 89, 'government', 'voiced', 1, '2025-04-28', 'on', 'verify', 'member', 'COG', 37, NULL, 142, '2025-05-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (144, 1, 90, 'government', 'voiced', 1, '2025-04-18', 'on', 'verify', 'member', 'POL', 142, NULL, 143, '2025-05-11 23:00:00+00');
INSERT INTO public.ledger_events VALUES (145, 2, 70, 'government', 'endorsed', -1, '2025-05-08', 'on', 'withdraw', 'member', 'ZWE', 195, NULL, 144, '2025-05-11 23:00:00+00');
INSERT INTO public.ledger_events VALUES (146, 4, 31, 'individual', 'endorsed', 1, '2025-06-02', 'on', 'confirm', NULL, NULL, NULL, 'c1bbb8cf1c1a007462d5159a3e82a92352c22c64f01401a54594538d085849cd', 145, '2025-06-08 23:00:00+00');
INSERT INTO public.ledger_events VALUES (147, 5, 12, 'parliamentarian', 'endorsed', 1, '2025-05-21', 'on', 'verify', NULL, NULL, NULL, '1641907e5fdd4e00f349d5b5867643f276881f25419430a1d9462406e0a41aa3', 146, '2025-06-08 23:00:00+00');
INSERT INTO public.ledger_events VALUES (148, 1, 91, 'government', 'voiced', 1, '2025-06-22', 'by', 'verify', 'member', 'URY', 184, NULL, 147, '2025-06-22 23:00:00+00');
INSERT INTO public.ledger_events VALUES (149, 2, 69, 'government', 'endorsed', -1, '2025-08-02', 'on', 'withdraw', 'member', 'JPN', 87, NULL, 148, '2025-08-03 23:00:00+00');
INSERT INTO public.ledger_events VALUES (150, 1, 42, 'government', 'voiced', -1, '2025-08-18', 'on', 'regrade', 'member', 'GIN', 65, NULL, 149, '2025-08-24 23:00:00+00');
INSERT INTO public.ledger_events VALUES (151, 1, 42, 'government', 'endorsed', 1, '2025-08-18', 'on', 'regrade', 'member', 'GIN', 65, NULL, 150, '2025-08-24 23:00:00+00');
INSERT INTO public.ledger_events VALUES (152, 1, 74, 'government', 'voiced', -1, '2025-09-15', 'on', 'regrade', 'member', 'MUS', 123, NULL, 151, '2025-09-21 23:00:00+00');
INSERT INTO public.ledger_events VALUES (153, 1, 74, 'government', 'endorsed', 1, '2025-09-15', 'on', 'regrade', 'member', 'MUS', 123, NULL, 152, '2025-09-21 23:00:00+00');
INSERT INTO public.ledger_events VALUES (154, 4, 4, 'organisation', 'endorsed', -1, '2025-10-02', 'on', 'suspend', NULL, NULL, 199, NULL, 153, '2025-10-05 23:00:00+00');
INSERT INTO public.ledger_events VALUES (155, 5, 26, 'individual', 'endorsed', 1, '2025-10-10', 'on', 'confirm', NULL, NULL, NULL, '30b5ce55f800bdcb7e3964c16928d6c5452a3d938dfb192692dfc764b91c9fdc', 154, '2025-10-12 23:00:00+00');
INSERT INTO public.ledger_events VALUES (156, 4, 4, 'organisation', 'endorsed', -1, '2022-10-27', 'on', 'invalidate', NULL, NULL, 199, NULL, 155, '2025-10-12 23:00:00+00');
INSERT INTO public.ledger_events VALUES (157, 4, 4, 'organisation', 'endorsed', 1, '2025-10-02', 'on', 'invalidate', NULL, NULL, 199, NULL, 156, '2025-10-12 23:00:00+00');
INSERT INTO public.ledger_events VALUES (158, 5, 9, 'parliamentarian', 'endorsed', 1, '2025-10-14', 'on', 'verify', NULL, NULL, NULL, 'a5464b4f289447d082d8b49e2bd9a982dd5a22bd6ee25cebf01419ca32bf6b68', 157, '2025-10-19 23:00:00+00');
INSERT INTO public.ledger_events VALUES (159, 1, 76, 'government', 'announced', -1, '2025-11-13', 'on', 'regrade', 'member', 'ROU', 148, NULL, 158, '2025-11-16 23:00:00+00');
INSERT INTO public.ledger_events VALUES (160, 1, 76, 'government', 'endorsed', 1, '2025-11-13', 'on', 'regrade', 'member', 'ROU', 148, NULL, 159, '2025-11-16 23:00:00+00');
INSERT INTO public.ledger_events VALUES (161, 4, 1, 'organisation', 'endorsed', 1, '2025-12-18', 'on', 'verify', NULL, NULL, 196, NULL, 160, '2026-01-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (162, 1, 82, 'government', 'announced', -1, '2025-12-29', 'on', 'regrade', 'member', 'STP', 162, NULL, 161, '2026-01-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (163, 1, 82, 'government', 'endorsed', 1, '2025-12-29', 'on', 'regrade', 'member', 'STP', 162, NULL, 162, '2026-01-04 23:00:00+00');
INSERT INTO public.ledger_events VALUES (164, 2, 86, 'government', 'voiced', -1, '2026-01-30', 'on', 'regrade', 'member', 'MDG', 111, NULL, 163, '2026-02-01 23:00:00+00');
INSERT INTO public.ledger_events VALUES (165, 2, 86, 'government', 'endorsed', 1, '2026-01-30', 'on', 'regrade', 'member', 'MDG', 111, NULL, 164, '2026-02-01 23:00:00+00');
INSERT INTO public.ledger_events VALUES (166, 2, 79, 'government', 'announced', -1, '2026-03-24', 'on', 'regrade', 'member', 'BOL', 23, NULL, 165, '2026-03-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (167, 2, 79, 'government', 'endorsed', 1, '2026-03-24', 'on', 'regrade', 'member', 'BOL', 23, NULL, 166, '2026-03-29 23:00:00+00');
INSERT INTO public.ledger_events VALUES (168, 5, 5, 'organisation', 'endorsed', -1, '2026-04-21', 'on', 'suspend', NULL, NULL, 200, NULL, 167, '2026-04-26 23:00:00+00');
INSERT INTO public.ledger_events VALUES (169, 5, 5, 'organisation', 'endorsed', 1, '2026-04-21', 'on', 'reinstate', NULL, NULL, 200, NULL, 168, '2026-05-03 23:00:00+00');
INSERT INTO public.ledger_events VALUES (170, 2, 92, 'government', 'announced', 1, '2026-02-24', 'on', 'verify', 'member', 'MUS', 123, NULL, 169, '2026-05-10 23:00:00+00');
INSERT INTO public.ledger_events VALUES (171, 4, 1, 'organisation', 'endorsed', -1, '2026-07-30', 'on', 'suspend', NULL, NULL, 196, NULL, 170, '2026-08-02 23:00:00+00');
INSERT INTO public.ledger_events VALUES (172, 4, 1, 'organisation', 'endorsed', -1, '2025-12-18', 'on', 'invalidate', NULL, NULL, 196, NULL, 171, '2026-08-09 23:00:00+00');
INSERT INTO public.ledger_events VALUES (173, 4, 1, 'organisation', 'endorsed', 1, '2026-07-30', 'on', 'invalidate', NULL, NULL, 196, NULL, 172, '2026-08-09 23:00:00+00');
INSERT INTO public.ledger_events VALUES (174, 1, 59, 'government', 'voiced', -1, '2026-08-27', 'on', 'regrade', 'member', 'TUR', 179, NULL, 173, '2026-08-30 23:00:00+00');
INSERT INTO public.ledger_events VALUES (175, 1, 59, 'government', 'endorsed', 1, '2026-08-27', 'on', 'regrade', 'member', 'TUR', 179, NULL, 174, '2026-08-30 23:00:00+00');
INSERT INTO public.ledger_events VALUES (176, 5, 14, 'individual', 'endorsed', 1, '2026-09-10', 'on', 'confirm', NULL, NULL, NULL, 'ccfdab92ae5471f5cc25d6530448b38266e8baac47d69fec3b5c462880e4ca0b', 175, '2026-09-13 23:00:00+00');
INSERT INTO public.ledger_events VALUES (177, 2, 78, 'government', 'announced', -1, '2026-09-15', 'on', 'regrade', 'member', 'MLT', 117, NULL, 176, '2026-09-20 23:00:00+00');
INSERT INTO public.ledger_events VALUES (178, 2, 78, 'government', 'endorsed', 1, '2026-09-15', 'on', 'regrade', 'member', 'MLT', 117, NULL, 177, '2026-09-20 23:00:00+00');
INSERT INTO public.ledger_events VALUES (179, 1, 85, 'government', 'voiced', -1, '2026-10-17', 'on', 'regrade', 'member', 'HND', 73, NULL, 178, '2026-10-18 23:00:00+00');
INSERT INTO public.ledger_events VALUES (180, 1, 85, 'government', 'endorsed', 1, '2026-10-17', 'on', 'regrade', 'member', 'HND', 73, NULL, 179, '2026-10-18 23:00:00+00');
INSERT INTO public.ledger_events VALUES (181, 2, 83, 'government', 'announced', -1, '2026-11-18', 'on', 'regrade', 'member', 'MMR', 118, NULL, 180, '2026-11-20 06:00:00+00');
INSERT INTO public.ledger_events VALUES (182, 2, 83, 'government', 'endorsed', 1, '2026-11-18', 'on', 'regrade', 'member', 'MMR', 118, NULL, 181, '2026-11-20 06:00:00+00');
INSERT INTO public.link_checks VALUES (1, 'x', 'x', '2026-11-20 06:00:00+00', NULL, NULL, NULL, NULL, 'x', NULL);
INSERT INTO public.look_alikes VALUES (1, 196, 197, 1, false, '2026-11-20 06:00:00+00', NULL, NULL, NULL);
INSERT INTO public.mail_relays VALUES ('x', false, '2026-11-20 06:00:00+00');
INSERT INTO public.manage_links VALUES ('x', 1, '2026-11-20 06:00:00+00', NULL);
INSERT INTO public.merge_rows VALUES (1, 1, 'moved');
INSERT INTO public.merges VALUES (1, 196, 197, 3, '2026-11-20 06:00:00+00', 'Some words', NULL, NULL);
INSERT INTO public.milestones VALUES (1, 2, '2013-09', 'President Hollande proposes to the General Assembly that permanent members give up the veto in mass atrocity situations', 'Global Centre for the Responsibility to Protect, "References on the need for veto restraint by the UN Security Council in mass atrocity situations"', 'milestone france-mexico 2013-09 President Hollande proposes to the General Assembly that permanent members give up the veto in mass atrocity situations', '08f415efb5dc66cf3e99ed0ca05c1f175885a82878a9e4be34ac901a7d9636fc', NULL);
INSERT INTO public.milestones VALUES (2, 2, '2014-09-25', 'Ministerial meeting chaired by France and Mexico, with joint conclusions', 'ambafrance-mx.org', 'milestone france-mexico 2014-09-25 Ministerial meeting chaired by France and Mexico, with joint conclusions', '576b370fe9b45bf97573bc7bda101cd810b2fc8ee1e51524f5b93831e4cb375f', NULL);
INSERT INTO public.milestones VALUES (3, 2, '2015-09-28', 'President Hollande tells the General Assembly that France will not use its veto in such cases (Monday of the week of 30 September)', 'vie-publique.fr/discours/196408', 'milestone france-mexico 2015-09-28 President Hollande tells the General Assembly that France will not use its veto in such cases (Monday of the week of 30 Septe', 'ba23632e9632f35c397f1faafd6421144923e5bb99574fa06a40758df04101ff', NULL);
INSERT INTO public.milestones VALUES (4, 2, '2015-09-30', 'Declaration presented at a ministerial meeting in New York', 'Center for UN Reform Education, report of 5 Oct 2015 on the France/Mexico ministerial meeting (old.centerforunreform.org/?q=node/674)', 'milestone france-mexico 2015-09-30 Declaration presented at a ministerial meeting in New York', '5cabfdc917e606ee446ebab923baeaf296108645ebb8768575c5ae719afa7b8d', NULL);
INSERT INTO public.milestones VALUES (5, 2, '2017-09-22', 'Side-event with Liechtenstein on preventing and ending atrocity crimes', 'onu.delegfrance.org/Effective-Security-Council-action-put-an-end-to-mass-atrocities', 'milestone france-mexico 2017-09-22 Side-event with Liechtenstein on preventing and ending atrocity crimes', '6be9c15b6b1becd01bb6643094dfc8b232d495225ebb646c5930b2d1c94d8bdc', NULL);
INSERT INTO public.milestones VALUES (6, 2, '2025-03-31', 'Armenia joins', 'diplomatie.gouv.fr', 'milestone france-mexico 2025-03-31 Armenia joins', '2e0e628b0daaf63b761b3c9f7d42eacea7468f2e7e018cc96612fa24b8c70044', NULL);
INSERT INTO public.milestones VALUES (7, 1, '2013-05-02', 'ACT Group publicly launched', 'cultor.com.au copy of an article on the veto: "Publicly launched on 2 May that year"; schweizerbeitrag.admin.ch gives May 2013', 'milestone act-code-of-conduct 2013-05-02 ACT Group publicly launched', '16b498feb35d9a16598dfc9b4d62cf6d315d044f9b19d468385bebf4d41d9a83', NULL);
INSERT INTO public.milestones VALUES (8, 1, '2015-07', 'Draft Code presented to the membership', 'nwe-halabja.org copy of GCR2P page', 'milestone act-code-of-conduct 2015-07 Draft Code presented to the membership', '521ee68164ccc697ad02e2bc13b917ad543cd86f4e8a35fc5763a6d7298ec10e', NULL);
INSERT INTO public.milestones VALUES (9, 1, '2015-09-01', 'Final text released with 29 supporters', 'Center for UN Reform Education, "ACT members release final text of proposed SC Code of Conduct", 8 Sep 2015 (centerforunreform.org/?q=node/671)', 'milestone act-code-of-conduct 2015-09-01 Final text released with 29 supporters', '3d8b0fa7a5a6e0b2041a8d8f9483c4e8affe1538dcf8ed848475d7bd1a675f84', NULL);
INSERT INTO public.milestones VALUES (10, 1, '2015-10-01', 'Ministerial event hosted by Liechtenstein; the United Kingdom signs up', 'Center for UN Reform Education, "ACT group holds high-level event on proposed Security Council Code of Conduct", 15 Oct 2015 (centerforunreform.org/?q=node/675)', 'milestone act-code-of-conduct 2015-10-01 Ministerial event hosted by Liechtenstein; the United Kingdom signs up', '298c3b1065b93e256c1fef38f16c9b46f54f85963ba5169d94039617825a55e3', NULL);
INSERT INTO public.milestones VALUES (11, 1, '2015-10-23', 'Formal launch', 'Center for UN Reform Education, "ACT group formally launches Security Council Code of Conduct", 26 Oct 2015 (centerforunreform.org/?q=node/679)', 'milestone act-code-of-conduct 2015-10-23 Formal launch', '468f51cc9b70b30ccaf19253d462bafc19b3ddf7f880ae8536e66797607a5ac8', NULL);
INSERT INTO public.milestones VALUES (12, 1, '2015-12-14', 'Code transmitted to the Secretary-General', 'A/70/621-S/2015/978', 'milestone act-code-of-conduct 2015-12-14 Code transmitted to the Secretary-General', '7df0c5762deb393ee0dd15cebe26286387c4d0dd43168bd2af0d7e5815fc8869', NULL);
INSERT INTO public.milestones VALUES (13, 1, '2022-04-26', 'General Assembly adopts the veto initiative, also led by Liechtenstein', 'llv.li; press.un.org GA/12500', 'milestone act-code-of-conduct 2022-04-26 General Assembly adopts the veto initiative, also led by Liechtenstein', '20aed063c556ee5e0e9ce249aa15ee3e8fc936b06b40e1afdbc3c1817bfe7aba', NULL);
INSERT INTO public.milestones VALUES (14, 3, '2017', 'Campaign formed', 'globalsolutions.org/un2020-redefined-as-coalition-for-the-un-we-need/', 'milestone un2020 2017 Campaign formed', 'f5c95b9d0eab38d743ec3965f8879d08ce58a615a6b91a22663307ba5c40b5d9', NULL);
INSERT INTO public.milestones VALUES (15, 3, '2018-01', 'Call to Action opened for endorsement', 'Coalition for the UN We Need, "Endorsements" (c4unwn.org/call-to-action-for-reform/endorsements-2/)', 'milestone un2020 2018-01 Call to Action opened for endorsement', '3b1593a96017788fa03068457c1e45f57fa5bb4339a82bb90a5ea04d9302e92a', NULL);
INSERT INTO public.milestones VALUES (16, 3, '2018-11', 'Open letter to the President of the General Assembly', 'Coalition for the UN We Need, "Endorsements" (c4unwn.org/call-to-action-for-reform/endorsements-2/)', 'milestone un2020 2018-11 Open letter to the President of the General Assembly', '94de9d6a6fb197f7058181e95c48a4f7f21939a5383bb27db91b30b03b93dcc6', NULL);
INSERT INTO public.milestones VALUES (17, 3, '2019-05-04', 'Open letter to the co-facilitators', 'womenmajorgroup.org', 'milestone un2020 2019-05-04 Open letter to the co-facilitators', 'f2f0a8b961da2c977df9d5518f1091b411a2fe489bda4dcfab47a1534e9fb9b5', NULL);
INSERT INTO public.milestones VALUES (18, 3, '2019-06-14', 'General Assembly adopts the modalities resolution A/RES/73/299', 'sdg.iisd.org', 'milestone un2020 2019-06-14 General Assembly adopts the modalities resolution A/RES/73/299', '8f936b44ff833f9ebaefa946af9960d8b0499da8fbdb1022dd0b8753f9ba098d', NULL);
INSERT INTO public.milestones VALUES (19, 3, '2020-05-14', 'UN75 People''s Forum opens; People''s Declaration handed over', 'wfmcanada.org', 'milestone un2020 2020-05-14 UN75 People''s Forum opens; People''s Declaration handed over', '2c3c36e22200ecf7883fa27955bc8654dbb0ca000eee9c8016439264e38fafa3', NULL);
INSERT INTO public.milestones VALUES (20, 3, '2020-09-21', 'Declaration on the seventy-fifth anniversary adopted', 'docslib.org/doc/13087397', 'milestone un2020 2020-09-21 Declaration on the seventy-fifth anniversary adopted', 'ab2ce70fdc3c9f286fbe26f43e602b83d187230e1ca87b1b5ac1e16a470cf2a4', NULL);
INSERT INTO public.milestones VALUES (21, 3, '2021-02', 'Becomes the Coalition for the UN We Need', 'globalsolutions.org', 'milestone un2020 2021-02 Becomes the Coalition for the UN We Need', '8fc96e5165c73392067f92c678d63b504bc6e9f10e6643ee2e70c018c7d78ac2', NULL);
INSERT INTO public.milestones VALUES (22, 4, '2014-11', 'Launched with a letter from 12 NGOs to all Member States', 'Wikipedia, "1 for 7 Billion campaign"', 'milestone 1-for-7-billion 2014-11 Launched with a letter from 12 NGOs to all Member States', '8eb5205f26360b59a84a09ce6df93847055eddc6030aa8826954ba1e8608dc74', NULL);
INSERT INTO public.milestones VALUES (23, 4, '2015-09', 'Public poll on the role of the Secretary-General', '1for8billion.org/newsarchive', 'milestone 1-for-7-billion 2015-09 Public poll on the role of the Secretary-General', 'beb48ef613d1a02e140a9ac855f2fdf2376709f2f9688d9dbf9f8dc0d4288aef', NULL);
INSERT INTO public.milestones VALUES (24, 4, '2016-03-17', 'Two documents on where every Member State stands', '1for8billion.org/newsarchive', 'milestone 1-for-7-billion 2016-03-17 Two documents on where every Member State stands', 'f36cbfd6c437d1fe2f128212a48e0651ca2519461c3ffa5a3b1298ea1be32832', NULL);
INSERT INTO public.milestones VALUES (25, 4, '2016-03-22', 'General Assembly thematic debate on the selection', '1for8billion.org/news', 'milestone 1-for-7-billion 2016-03-22 General Assembly thematic debate on the selection', '24458a242b87c9e14e8d8247523025f16d5f9d74a4d8a99e7e47bc0d587820d0', NULL);
INSERT INTO public.milestones VALUES (26, 5, '2006-10-10', 'Meeting in Berne decides to prepare the launch for 2007', 'unpacampaign.org/159', 'milestone unpa 2006-10-10 Meeting in Berne decides to prepare the launch for 2007', '8ca2bde96265a2a6d1cfe22d585de4b20abc84428b552e411c1fe366d40b88a9', NULL);
INSERT INTO public.milestones VALUES (27, 5, '2007-04-23', 'Launch with 378 members of parliament from 70 countries', 'unpacampaign.org/sv/168', 'milestone unpa 2007-04-23 Launch with 378 members of parliament from 70 countries', '58a4655f103bf821c77c89efe7f0f0e04aaa1e4d03a61ed112043f7adb69a809', NULL);
INSERT INTO public.milestones VALUES (28, 5, '2007-08-29', 'Steering Committee meets in Geneva', 'unpacampaign.org/sv/186', 'milestone unpa 2007-08-29 Steering Committee meets in Geneva', 'd9194e54859fa7f97a8dee7c4d4c0ea537ac083f10aef6635f3efea0230e70f3', NULL);
INSERT INTO public.milestones VALUES (29, 5, '2017-08-07', 'More than 1,500 current and former members of parliament have signed', 'unpacampaign.org/sv/10151', 'milestone unpa 2017-08-07 More than 1,500 current and former members of parliament have signed', '7fdb2a3f99d33d8e90d3c86379fef1abb81e81c7dc86879ffc9c919c09961286', NULL);
INSERT INTO public.name_blocks VALUES ('x', 196);
INSERT INTO public.officers VALUES (1, 'x', 'x', 'x', NULL, NULL);
INSERT INTO public.outbox VALUES (1, 'x', 'x', 'Some words', 'x', '2026-11-20 06:00:00+00', '2026-11-20 06:00:00+00', NULL, NULL, NULL, 1, 'x', NULL, NULL, NULL, '');
INSERT INTO public.own_content VALUES (1, '2026-11-20 06:00:00+00');
INSERT INTO public.passkeys VALUES (1, '\x78', '\x78', 0, NULL, false, 'x', NULL, '2026-11-29 20:24:19.508508', '2026-11-20 06:00:00', 'x', 'x', 1);
INSERT INTO public.personal_reads VALUES (1, 1, 1, 'entry', '2026-11-20 06:00:00+00');
INSERT INTO public.proposed_changes VALUES (1, 41, 'redate', '2018-10-24 12:00:00+00', 1, '', NULL, '', NULL, '2018-03-27', 'on', 2, '2018-10-24 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (2, 3, 'invalidate', '2019-12-24 12:00:00+00', 2, '', 'not_substantiated', '', NULL, NULL, NULL, 3, '2019-12-24 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (3, 2, 'invalidate', '2020-03-26 12:00:00+00', 2, '', 'not_substantiated', '', NULL, NULL, NULL, 3, '2020-03-26 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (4, 56, 'redate', '2020-11-15 12:00:00+00', 1, '', NULL, '', NULL, '2020-06-28', 'on', 2, '2020-11-15 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (5, 58, 'redate', '2020-12-28 12:00:00+00', 1, '', NULL, '', NULL, '2020-07-21', 'on', 2, '2020-12-28 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (6, 52, 'withdraw', '2021-08-31 12:00:00+00', 1, '', 'withdrawn_by_instrument', '', NULL, NULL, NULL, 2, '2021-08-31 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (7, 46, 'withdraw', '2021-11-04 12:00:00+00', 1, '', 'withdrawn_by_instrument', '', NULL, NULL, NULL, 2, '2021-11-04 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (8, 63, 'redate', '2022-07-29 12:00:00+00', 1, '', NULL, '', NULL, '2022-01-19', 'on', 2, '2022-07-29 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (9, 50, 'regrade', '2022-08-04 12:00:00+00', 1, '', NULL, '', 'endorsed', '2022-08-04', 'on', 2, '2022-08-04 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (10, 64, 'redate', '2022-09-28 12:00:00+00', 1, '', NULL, '', NULL, '2022-05-16', 'on', 2, '2022-09-28 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (11, 39, 'regrade', '2022-12-01 12:00:00+00', 1, '', NULL, '', 'endorsed', '2022-12-01', 'on', 2, '2022-12-01 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (12, 43, 'regrade', '2022-12-09 12:00:00+00', 1, '', NULL, '', 'endorsed', '2022-12-09', 'on', 2, '2022-12-09 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (13, 40, 'withdraw', '2023-01-05 12:00:00+00', 1, '', 'withdrawn_by_instrument', '', NULL, NULL, NULL, 2, '2023-01-05 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (14, 71, 'redate', '2023-02-16 12:00:00+00', 1, '', NULL, '', NULL, '2022-07-19', 'on', 2, '2023-02-16 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (15, 72, 'redate', '2023-03-10 12:00:00+00', 1, '', NULL, '', NULL, '2022-10-10', 'on', 2, '2023-03-10 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (16, 61, 'regrade', '2023-06-23 12:00:00+00', 1, '', NULL, '', 'endorsed', '2023-06-23', 'on', 2, '2023-06-23 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (17, 67, 'regrade', '2023-11-15 12:00:00+00', 1, '', NULL, '', 'endorsed', '2023-11-15', 'on', 2, '2023-11-15 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (18, 57, 'regrade', '2023-11-27 12:00:00+00', 1, '', NULL, '', 'endorsed', '2023-11-27', 'on', 2, '2023-11-27 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (19, 45, 'regrade', '2024-04-24 12:00:00+00', 1, '', NULL, '', 'endorsed', '2024-04-24', 'on', 2, '2024-04-24 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (20, 84, 'redate', '2024-08-24 12:00:00+00', 1, '', NULL, '', NULL, '2024-04-03', 'on', 2, '2024-08-24 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (21, 77, 'regrade', '2024-11-23 12:00:00+00', 1, '', NULL, '', 'endorsed', '2024-11-23', 'on', 2, '2024-11-23 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (22, 48, 'regrade', '2024-11-26 12:00:00+00', 1, '', NULL, '', 'endorsed', '2024-11-26', 'on', 2, '2024-11-26 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (23, 66, 'regrade', '2024-12-01 12:00:00+00', 1, '', NULL, '', 'endorsed', '2024-12-01', 'on', 2, '2024-12-01 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (24, 53, 'withdraw', '2025-01-13 12:00:00+00', 1, '', 'withdrawn_by_instrument', '', NULL, NULL, NULL, 2, '2025-01-13 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (25, 73, 'regrade', '2025-01-26 12:00:00+00', 1, '', NULL, '', 'endorsed', '2025-01-26', 'on', 2, '2025-01-26 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (26, 47, 'regrade', '2025-03-07 12:00:00+00', 1, '', NULL, '', 'endorsed', '2025-03-07', 'on', 2, '2025-03-07 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (27, 51, 'regrade', '2025-04-24 12:00:00+00', 1, '', NULL, '', 'endorsed', '2025-04-24', 'on', 2, '2025-04-24 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (28, 62, 'regrade', '2025-04-29 12:00:00+00', 1, '', NULL, '', 'endorsed', '2025-04-29', 'on', 2, '2025-04-29 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (29, 70, 'withdraw', '2025-05-08 12:00:00+00', 1, '', 'withdrawn_by_instrument', '', NULL, NULL, NULL, 2, '2025-05-08 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (30, 69, 'withdraw', '2025-08-02 12:00:00+00', 1, '', 'withdrawn_by_instrument', '', NULL, NULL, NULL, 2, '2025-08-02 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (31, 42, 'regrade', '2025-08-18 12:00:00+00', 1, '', NULL, '', 'endorsed', '2025-08-18', 'on', 2, '2025-08-18 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (32, 74, 'regrade', '2025-09-15 12:00:00+00', 1, '', NULL, '', 'endorsed', '2025-09-15', 'on', 2, '2025-09-15 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (33, 4, 'invalidate', '2025-10-12 12:00:00+00', 2, '', 'not_substantiated', '', NULL, NULL, NULL, 3, '2025-10-12 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (34, 76, 'regrade', '2025-11-13 12:00:00+00', 1, '', NULL, '', 'endorsed', '2025-11-13', 'on', 2, '2025-11-13 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (35, 82, 'regrade', '2025-12-29 12:00:00+00', 1, '', NULL, '', 'endorsed', '2025-12-29', 'on', 2, '2025-12-29 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (36, 86, 'regrade', '2026-01-30 12:00:00+00', 1, '', NULL, '', 'endorsed', '2026-01-30', 'on', 2, '2026-01-30 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (37, 79, 'regrade', '2026-03-24 12:00:00+00', 1, '', NULL, '', 'endorsed', '2026-03-24', 'on', 2, '2026-03-24 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (38, 1, 'invalidate', '2026-08-09 12:00:00+00', 2, '', 'not_substantiated', '', NULL, NULL, NULL, 3, '2026-08-09 12:00:00+00', true, NULL, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (39, 59, 'regrade', '2026-08-27 12:00:00+00', 1, '', NULL, '', 'endorsed', '2026-08-27', 'on', 2, '2026-08-27 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (40, 78, 'regrade', '2026-09-15 12:00:00+00', 1, '', NULL, '', 'endorsed', '2026-09-15', 'on', 2, '2026-09-15 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (41, 85, 'regrade', '2026-10-17 12:00:00+00', 1, '', NULL, '', 'endorsed', '2026-10-17', 'on', 2, '2026-10-17 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_changes VALUES (42, 83, 'regrade', '2026-11-18 12:00:00+00', 1, '', NULL, '', 'endorsed', '2026-11-18', 'on', 2, '2026-11-18 12:00:00+00', true, 3, NULL, NULL);
INSERT INTO public.proposed_edits VALUES (1, 1, 1, 1, '2026-11-20 06:00:00+00', '[]', false, 'Some words', NULL, NULL, NULL);
INSERT INTO public.reforms VALUES (1, 4, 1, 'Advertise the post in every country, invite nominations from Member States, parliaments and civil society, and set a closing date.', '1for8billion.org/ten-urgent-reforms', 'not assessed', '', 'reform 1-for-7-billion 1', 'd39da434c07008f0a1476a99d26bd5b7a1dd4872cbe6f5ddb5734803714d0674', NULL, '');
INSERT INTO public.reforms VALUES (2, 4, 2, 'Publish formal selection criteria that put ability before nationality.', '1for8billion.org/ten-urgent-reforms', 'not assessed', '', 'reform 1-for-7-billion 2', 'a95407ebfc37f3b502acb9ec53f0054b1b35404949bebeb48baa4fc9f7237c28', NULL, '');
INSERT INTO public.reforms VALUES (3, 4, 3, 'Make a clear timetable public, through the two Presidents, by the start of the 70th session of the General Assembly.', '1for8billion.org/ten-urgent-reforms', 'not assessed', '', 'reform 1-for-7-billion 3', '6e86405d48e16ae109e1df55533ef0f0eade9fa7d9035ccdf136f09aed625a61', NULL, '');
INSERT INTO public.reforms VALUES (4, 4, 4, 'Publish the official list of candidates with their CVs, first from the Assembly President and again from the Council President for any shortlist.', '1for8billion.org/ten-urgent-reforms', 'not assessed', '', 'reform 1-for-7-billion 4', '3033982414a976b8382550b659180aebeab005d56e117bf2e6346bf060bd0bd9', NULL, '');
INSERT INTO public.reforms VALUES (5, 4, 5, 'Have the Presidents of the Assembly and of the Council jointly keep Member States and the public informed as the selection goes on.', '1for8billion.org/ten-urgent-reforms', 'not assessed', '', 'reform 1-for-7-billion 5', 'e516242c57eea8729f0fb8c1fe848f80670bdc87c34fa701053bde2be47967b1', NULL, '');
INSERT INTO public.reforms VALUES (6, 4, 6, 'Ask each candidate for a manifesto with priorities and a promise to fill senior posts on merit.', '1for8billion.org/ten-urgent-reforms', 'not assessed', '', 'reform 1-for-7-billion 6', '167bea6ffff27fa8aed8b85aabf7276502d8a08465d0e453afd3b23c445e3be6', NULL, '');
INSERT INTO public.reforms VALUES (7, 4, 7, 'Hold open Assembly sessions where States, public and media can question the candidates.', '1for8billion.org/ten-urgent-reforms', 'not assessed', '', 'reform 1-for-7-billion 7', '23518c1f5bf336810a2c727d29e220d0d641ce6731348df4a57e34b35d0b7d33', NULL, '');
INSERT INTO public.reforms VALUES (8, 4, 8, 'Rule out promises of senior posts to individual countries, by candidates and by States seeking them.', '1for8billion.org/ten-urgent-reforms', 'not assessed', '', 'reform 1-for-7-billion 8', '8fecfa7b5954ece8228e8bafabb4ea164ee4df45eee2af8402e12d75de16d6af', NULL, '');
INSERT INTO public.reforms VALUES (9, 4, 9, 'Encourage the Council to put forward two or more candidates for the Assembly to choose from.', '1for8billion.org/ten-urgent-reforms', 'not assessed', '', 'reform 1-for-7-billion 9', 'a0ab73c5f0f6800e504ea537ea95bcee81b43fec323c642468b6dc2c9395236c', NULL, '');
INSERT INTO public.reforms VALUES (10, 4, 10, 'Limit the office to one, longer, non-renewable term.', '1for8billion.org/ten-urgent-reforms (the archived copy breaks off at "The term of the Secreta"); content from 1for7billion.org/1-for-7-billion-priorities', 'not assessed', '', 'reform 1-for-7-billion 10', '221f915c3621e1ce805fff6c87f8629e07b91468903b03d9a04118698756fcc8', NULL, '');
INSERT INTO public.reported_tallies VALUES (1, 'T01', 'france-mexico', 1, 2, 40, 'about', 'states', NULL, '2015-09-17', 'day', '2015-09-17', 'French ministry: reform idea backed by "almost 40 countries" (before the declaration opened)', 'Sputnik, 17 Sep 2015 (fr.sputniknews.africa/20150917/1018220633.html)', 'no', 'tally T01', '8027a804c0bc47dba3bf491292ae3b872c1caba833e032fab46c8963b20ba855', NULL);
INSERT INTO public.reported_tallies VALUES (2, 'T02', 'france-mexico', 1, 2, 70, 'exact', 'states', NULL, '2015-09-30', 'day', '2015-09-30', 'Fabius at the opening of the ministerial meeting', 'Center for UN Reform Education, report of 5 Oct 2015 on the France/Mexico ministerial meeting (old.centerforunreform.org/?q=node/674)', 'no', 'tally T02', '68518603fd9468832c5437e9ff42330bfe4193dba2f602fccfe4fa3b43497431', NULL);
INSERT INTO public.reported_tallies VALUES (3, 'T03', 'france-mexico', 1, 2, 73, 'exact', 'states', NULL, '2015-09-30', 'day', '2015-09-30', 'Fabius and Ruiz Massieu to the press after the meeting', 'vie-publique.fr/discours/196408; gob.mx/sre press conference transcript; mx.ambafrance.org (1 Oct 2015)', 'yes', 'tally T03', '6cada15862f15a205c2c7c4ae8bc109b01da96f8da69f899a1b0834b6bd578d3', NULL);
INSERT INTO public.reported_tallies VALUES (4, 'T04', 'france-mexico', 1, 2, 75, 'more than', 'states', NULL, '2015-10-02', 'about', '2015-10-02', 'Press report in the week of the launch', 'm.ru24.pro/pics/32140261', 'no', 'tally T04', 'c6e0bf89ef36d296de80799d5d2365e7657996e41c5d4907f2e8f0d203c5b376', NULL);
INSERT INTO public.reported_tallies VALUES (5, 'T05', 'france-mexico', 1, 2, 80, 'exact', 'states', NULL, '2015-10-21', 'day', '2015-10-21', 'GCR2P count', 'Global Centre for the Responsibility to Protect, "References on the need for veto restraint by the UN Security Council in mass atrocity situations" (globalr2p.org page)', 'yes', 'tally T05', '3a145326e770476cfb378888e1953057974c411cef008c1660e115817aed7738', NULL);
INSERT INTO public.reported_tallies VALUES (6, 'T06', 'france-mexico', 1, 2, 100, 'nearly', 'states', NULL, '2017-09-22', 'day', '2017-09-22', 'Lemoyne at the UN side-event', 'fr.news-front.su, 23 Sep 2017; event: onu.delegfrance.org/Effective-Security-Council-action-put-an-end-to-mass-atrocities', 'no', 'tally T06', '945cb926ebd3b96908d839ca39a5c38a588996773ddaf8cef99be3c7bbec40be', NULL);
INSERT INTO public.reported_tallies VALUES (7, 'T07', 'france-mexico', 1, 2, 105, 'exact', 'states', NULL, '2022-06-02', 'day', '2022-06-02', 'De la Fuente (Mexico) in the Security Council', 'mundo.sputniknews.com, 3 June 2022; misionpolitica.com, 3 June 2022', 'yes', 'tally T07', '5013642897a6f8cc67394b08c4b1fa531d46663cf0d59993e11d8377dce9679d', NULL);
INSERT INTO public.reported_tallies VALUES (8, 'T08', 'france-mexico', 1, 2, 107, 'exact', 'states', NULL, '2025-03-31', 'day', '2025-03-31', 'French ministry, on Armenia joining', 'diplomatie.gouv.fr, 31 March 2025', 'yes', 'tally T08', 'fc2cd3076b7d9eb56add3f44e9f6d410575d5f148333119761b8946bbb8c5819', NULL);
INSERT INTO public.reported_tallies VALUES (9, 'T09', 'act-code-of-conduct', 1, 1, 29, 'exact', 'states', NULL, '2015-09-01', 'day', '2015-09-01', '25 ACT members plus Belize, Netherlands, Spain, Ukraine', 'Center for UN Reform Education, "ACT members release final text of proposed SC Code of Conduct", 8 Sep 2015 (centerforunreform.org/?q=node/671)', 'yes', 'tally T09', 'd5fd46fdb44d88d1f49c228db0692cb6df6e4a6425b02ec0f2ad11a1a49f2014', NULL);
INSERT INTO public.reported_tallies VALUES (10, 'T10', 'act-code-of-conduct', 1, 1, 85, 'exact', 'states', NULL, '2015-10-21', 'day', '2015-10-21', 'GCR2P count', 'Global Centre for the Responsibility to Protect, "References on the need for veto restraint by the UN Security Council in mass atrocity situations" (globalr2p.org page)', 'yes', 'tally T10', '550c2588ba74565cbaaa208db17f50cd17d158c1ae6923390f6f9c7c4a205e36', NULL);
INSERT INTO public.reported_tallies VALUES (11, 'T11', 'act-code-of-conduct', 1, 1, 102, 'exact', 'states', NULL, '2015-10-23', 'day', '2015-10-23', 'PTI report of the launch', 'business-standard.com, 24 Oct 2015', 'no', 'tally T11', 'cb25e78fba7a548f3bea4ac600bc42056519b404a9118c17562ea896abe48bf3', NULL);
INSERT INTO public.reported_tallies VALUES (12, 'T12', 'act-code-of-conduct', 1, 1, 103, 'exact', 'states', 1, '2015-10-23', 'day', '2015-10-23', 'GCR2P count: 103 States and 1 UN observer', 'Global Centre for the Responsibility to Protect, "References on the need for veto restraint by the UN Security Council in mass atrocity situations" (docslib.org/doc/7146117)', 'no', 'tally T12', '61dbc4f70e8ea92e465d666e5de6ed6cc842a6ca1b1a265004c417fa71a498fa', NULL);
INSERT INTO public.reported_tallies VALUES (13, 'T13', 'act-code-of-conduct', 1, 1, 104, 'exact', 'supporters', NULL, '2015-10-23', 'day', '2015-10-23', 'Wenaweser at the launch (Guinea-Bissau and Moldova joined that morning)', 'Center for UN Reform Education, "ACT group formally launches Security Council Code of Conduct", 26 Oct 2015 (centerforunreform.org/?q=node/679); AFP report of 23 Oct 2015 (djazairess.com/fr/lexpression/228058)', 'yes', 'tally T13', 'f4cbb2858af6a03d7edd6d08ec800afc2f7106bc46d6e7c1d26b91706dc86ae6', NULL);
INSERT INTO public.reported_tallies VALUES (14, 'T14', 'act-code-of-conduct', 1, 1, 105, 'exact', 'states', NULL, '2015-10-23', 'day', '2015-10-23', 'Second figure in the delivered text of the Frick statement, which also says 104', 'Statement by Aurelia Frick, Foreign Minister of Liechtenstein, 23 Oct 2015 (regierung.li; copy paperzz.com/doc/7623102)', 'no', 'tally T14', '31594388e37db35d88c66e6fdc67387cf39bbaf857f8f71fa273665b15be81d6', NULL);
INSERT INTO public.reported_tallies VALUES (15, 'T15', 'act-code-of-conduct', 1, 1, 108, 'more than', 'states', NULL, '2015-12-20', 'about', '2015-12-20', 'By December 2015', 'useuworldaffairs.com, 20 Dec 2015', 'no', 'tally T15', 'b15f1f28f286988dfed7513a6d200de6b97e3abb584f39c2a3f4c89438c9a1a3', NULL);
INSERT INTO public.reported_tallies VALUES (16, 'T16', 'act-code-of-conduct', 1, 1, 114, 'exact', 'states', NULL, NULL, 'undated', NULL, 'Frick at a General Assembly meeting', 'rf-smi.ru/polit/43236', 'no', 'tally T16', '72935e0db68ec3db2462ef29e719a7617c987b0cb371c75fd23990dd156c8d7e', NULL);
INSERT INTO public.reported_tallies VALUES (17, 'T17', 'act-code-of-conduct', 1, 1, 110, 'more than', 'states', NULL, NULL, 'after 2022-04-26', NULL, 'Liechtenstein Office for Foreign Affairs web page', 'llv.li, "Reform of the UN Security Council"', 'no', 'tally T17', '6ab60410574b967d45453a1bbac51c2122fcce5de9e74f1a6ca5e60d094f6fb5', NULL);
INSERT INTO public.reported_tallies VALUES (18, 'T18', 'veto-restraint-combined', 1, NULL, 112, 'exact', 'states', NULL, '2015-10-21', 'day', '2015-10-21', 'States that supported restraint in statements or by either initiative (58 per cent of the membership)', 'Global Centre for the Responsibility to Protect, "References on the need for veto restraint by the UN Security Council in mass atrocity situations" (globalr2p.org page)', 'yes', 'tally T18', '4d9ee8c161c145e775fe4d3f5a5fa2c12c0c56b831d488f75fdf6e963a07aa04', NULL);
INSERT INTO public.reported_tallies VALUES (19, 'T19', 'veto-restraint-combined', 1, NULL, 123, 'exact', 'states', NULL, '2015-10-23', 'day', '2015-10-23', 'Same, two days later (given as 63 per cent; 123/193 is 63.7)', 'Global Centre for the Responsibility to Protect, "References on the need for veto restraint by the UN Security Council in mass atrocity situations" (docslib.org/doc/7146117)', 'yes', 'tally T19', '1ed593aa1d19f05b262d0f8fbf672884fdef9e3ef003bc24501283b600ad3ac6', NULL);
INSERT INTO public.reported_tallies VALUES (20, 'T20', 'veto-restraint-combined', 1, NULL, 117, 'over', 'states', 2, NULL, '2017, after 12 April', '2017-12-31', 'Governments that supported calls for veto restraint or a code, in addition to two UN observer missions', 'Global Centre for the Responsibility to Protect, "UN Security Council Code of Conduct" (globalr2p.org/our_work/un_security_council_code_of_conduct)', 'no', 'tally T20', 'af8c8f296a7945acdd320bf6493cbfa993dbc85323fbfc31c5577691fcb92e68', NULL);
INSERT INTO public.reported_tallies VALUES (21, 'T21', 'veto-restraint-combined', 1, NULL, 120, 'over', 'states', 2, NULL, '2017 or 2018', '2018-12-31', 'Governments that supported calls for veto restraint or a code, in addition to two UN observer missions', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); Global Centre for the Responsibility to Protect, "UN Security Council Code of Conduct" (globalr2p.org/our_work/un_security_council_code_of_conduct), later copy', 'yes', 'tally T21', '90e5aab71b967f9421c17fb5a9700463aae7728faa6187e5ae0d7e9fbda78c97', NULL);
INSERT INTO public.reported_tallies VALUES (22, 'T22', 'un2020', 2, 3, 57, 'exact', 'organisations', NULL, '2018-01-01', 'since month', '2018-01-01', 'Endorsed the Call to Action since January 2018', 'Coalition for the UN We Need, "Endorsements" (c4unwn.org/call-to-action-for-reform/endorsements-2/)', 'no', 'tally T22', '9a807963e308380943b6514a0086f4df695184e38f4e57eaed61b17fc91761a0', NULL);
INSERT INTO public.reported_tallies VALUES (23, 'T23', 'un2020', 2, 3, 150, 'over', 'organisations', NULL, '2019-05-04', 'day', '2019-05-04', 'Endorsed the open letter to the co-facilitators', 'Coalition for the UN We Need, "Endorsements" (c4unwn.org/call-to-action-for-reform/endorsements-2/)', 'no', 'tally T23', '7777a941b057c17d05cd71ff212c4d4dbc9da6ade6a54d6b1c862811a16f5db9', NULL);
INSERT INTO public.reported_tallies VALUES (24, 'T24', 'un2020', 2, 3, 160, 'over', 'organisations', NULL, '2019-05-04', 'day', '2019-05-04', 'Same letter, count of the Women''s Major Group', 'womenmajorgroup.org, "UN 75th Anniversary: Open letter to Ambassadors Gafoor and Ellertsdóttir"', 'no', 'tally T24', '7088a670605d67eb78cc742ca0ce3ac17f497ace3f35489c170696a1b6496f01', NULL);
INSERT INTO public.reported_tallies VALUES (25, 'T25', 'un2020', 2, 3, 169, 'exact', 'organisations', NULL, '2019-06-14', 'day', '2019-06-14', 'Same letter, count of IISD', 'sdg.iisd.org/news/un-sets-plans-for-75th-anniversary-common-theme-for-all-un-events-in-2020', 'yes', 'tally T25', 'e05bdd28657ce9881c7a74fb97acff38c7f56052c4b03a36054d99affa972472', NULL);
INSERT INTO public.reported_tallies VALUES (26, 'T26', '1-for-7-billion', 3, 4, 12, 'exact', 'organisations', NULL, '2014-11-01', 'month', '2014-11-01', 'NGOs that signed the launch letter to all Member States', 'Wikipedia, "1 for 7 Billion campaign" (en.wikipedia.org)', 'no', 'tally T26', '71ace2e521f52131db2e185a695455d063e2d1e76987350d45bb4b3403491a4f', NULL);
INSERT INTO public.reported_tallies VALUES (27, 'T27', '1-for-7-billion', 3, 4, 750, 'over', 'organisations', NULL, NULL, 'undated', NULL, 'Civil society organisations in the network', 'WFM/IGP, "Global Governance: Past Projects" (wfm-igp.org/program/global-governance/)', 'today only', 'tally T27', 'b168ce42f4e1a43b6dc7bc13664243c04ee2c57982a74908ebec08df52cc9085', NULL);
INSERT INTO public.reported_tallies VALUES (28, 'T28', 'unpa', 4, 5, 378, 'exact', 'members of parliament', NULL, '2007-04-23', 'day', '2007-04-23', 'From 70 countries, at the launch', 'unpacampaign.org/sv/168 (launch, 23 Apr 2007)', 'yes', 'tally T28', 'b2a64dce9f3ff018163d2dfa29630b5c6ff5230c750d32544e1c450cdf12ecdf', NULL);
INSERT INTO public.reported_tallies VALUES (29, 'T29', 'unpa', 4, 5, 552, 'exact', 'initial signatories', NULL, '2007-04-23', 'about', '2007-04-23', 'All initial signatories of the Appeal', 'liquisearch.com copy of Wikipedia article, "History"', 'no', 'tally T29', 'ff2cd1c927bf57bbb389fa042973b0e0b4a26a1d9e8ff11d525034306d56b8a4', NULL);
INSERT INTO public.reported_tallies VALUES (30, 'T30', 'unpa', 4, 5, 400, 'more than', 'members of parliament', NULL, '2007-08-30', 'day', '2007-08-30', 'With 80 NGOs and 800 further individuals from more than 100 countries', 'unpacampaign.org/sv/186 (30 Aug 2007)', 'no', 'tally T30', '9700fee35b06181e18007a64872a7adee5e4da5c5a568b560e4ae1c80df27900', NULL);
INSERT INTO public.reported_tallies VALUES (31, 'T31', 'unpa', 4, 5, 80, 'exact', 'organisations', NULL, '2007-08-30', 'day', '2007-08-30', 'NGOs backing the Appeal', 'unpacampaign.org/sv/186 (30 Aug 2007)', 'no', 'tally T31', 'd3c00e45f862870538cdec6b55b4dab17ca5c0e800efb09967eb3de5c7531009', NULL);
INSERT INTO public.reported_tallies VALUES (32, 'T32', 'unpa', 4, 5, 3670, 'about', 'signatories', NULL, '2010-09-01', 'month', '2010-09-01', 'People who signed the Appeal', 'liquisearch.com copy of Wikipedia article, "History"', 'no', 'tally T32', '4f99d1c151ecae142bae8ad0f4e34fddf05f892392a855a85bc1d0eb33d1ea6a', NULL);
INSERT INTO public.reported_tallies VALUES (33, 'T33', 'unpa', 4, 5, 756, 'exact', 'members of parliament', NULL, '2015-10-13', 'about', '2015-10-13', 'Sitting members, from 108 countries; 121 million people represented', 'en.unpacampaign.org/support/index.php (latest signature 13 Oct 2015)', 'yes', 'tally T33', '01b8902ef4c980878672eaf224e7864620bf899757a6d65def0e7cd8c6dcf929', NULL);
INSERT INTO public.reported_tallies VALUES (34, 'T34', 'unpa', 4, 5, 680, 'exact', 'former members of parliament', NULL, '2015-10-13', 'about', '2015-10-13', 'From 74 countries', 'en.unpacampaign.org/support/index.php', 'no', 'tally T34', '968bde7bc552789dfa31815a75954a8db3ba82ef1b596f52c82b86abb308b732', NULL);
INSERT INTO public.reported_tallies VALUES (35, 'T35', 'unpa', 4, 5, 395, 'exact', 'organisations', NULL, '2015-10-13', 'about', '2015-10-13', 'NGOs from 74 countries, 23 of them international networks', 'en.unpacampaign.org/support/index.php', 'no', 'tally T35', '494809e8eab917f88777ac11300e0282d5b3f6620d44898242ac074bdc848e79', NULL);
INSERT INTO public.reported_tallies VALUES (36, 'T36', 'unpa', 4, 5, 407, 'exact', 'professors', NULL, '2015-10-13', 'about', '2015-10-13', 'Professors', 'en.unpacampaign.org/support/index.php', 'no', 'tally T36', 'fc3e2fef8351a8e3ed1872496579f6b5cdf130415c7050f30dacfe6e5dea7166', NULL);
INSERT INTO public.reported_tallies VALUES (37, 'T37', 'unpa', 4, 5, 156, 'exact', 'countries', NULL, '2015-10-13', 'about', '2015-10-13', 'Countries of individual supporters', 'en.unpacampaign.org/support/index.php', 'no', 'tally T37', '132ded67ee583a9b488f90dfc88385cd87dafe37485963b5ab8755a0a6d77cac', NULL);
INSERT INTO public.reported_tallies VALUES (38, 'T38', 'unpa', 4, 5, 1500, 'more than', 'current and former members of parliament', NULL, '2017-08-07', 'day', '2017-08-07', 'From more than 120 countries', 'unpacampaign.org/sv/10151 (7 Aug 2017)', 'yes', 'tally T38', 'd2f6f239a0c29030ad639b7f9da00ab587127a7fa0c16b2f4d75be2d97be8f2f', NULL);
INSERT INTO public.reported_tallies VALUES (39, 'T39', 'unpa', 4, 5, 619, 'exact', 'members of parliament', NULL, NULL, 'undated', NULL, 'With 858 former members', 'de.unpacampaign.org/unterstuetzung/', 'no', 'tally T39', '200153a5b19f37a96b7370cffe92650e187cafe6d7292d9290548f4fbb77ef02', NULL);
INSERT INTO public.reported_tallies VALUES (40, 'T40', 'unpa', 4, 5, 679, 'exact', 'members of parliament', NULL, NULL, 'undated', NULL, 'With 867 former members, 122 countries', 'en.unpacampaign.org/supporters/ (an archived copy)', 'no', 'tally T40', 'c5add143105efe2ac2b99854ab6eb197788f3df8052d7d2a743cd44f6d1f0482', NULL);
INSERT INTO public.reported_tallies VALUES (41, 'T41', 'unpa', 4, 5, 652, 'exact', 'members of parliament', NULL, NULL, 'undated', NULL, 'With 967 former members, 134 countries', 'en.unpacampaign.org/supporters/ (an archived copy)', 'no', 'tally T41', '75dba69df7d5863f4cc3a62c9e0d2e790b9b2bac114aad64aa5307a34ae38364', NULL);
INSERT INTO public.reported_tallies VALUES (42, 'T42', 'unpa', 4, 5, 656, 'exact', 'members of parliament', NULL, NULL, 'undated', NULL, 'With 967 former members, 135 countries', 'en.unpacampaign.org/supporters/ (an archived copy)', 'no', 'tally T42', '3ed55a79b9c99261ad3be7b4a3982f7931141c9a74c979576767dbd1df6be57f', NULL);
INSERT INTO public.reported_tallies VALUES (43, 'T43', 'unpa', 4, 5, 682, 'exact', 'members of parliament', NULL, NULL, 'undated', NULL, 'With 1047 former members', 'unpacampaign.org/sv/supportrar/ (an archived copy)', 'no', 'tally T43', '4dc3f4b78214acd24f1952591c387c3d41266537b7298098b8b30cddbdff8e5f', NULL);
INSERT INTO public.reported_tallies VALUES (44, 'T44', 'unpa', 4, 5, 667, 'exact', 'members of parliament', NULL, NULL, 'undated', NULL, 'With 1064 former members, 135 countries', 'unpacampaign.org/sv/supportrar/ (an archived copy)', 'no', 'tally T44', '660c19b4759ba7e041c6147c3289f52caa06e9f8b672edac4733e7f863a331b0', NULL);
INSERT INTO public.reported_tallies VALUES (45, 'T45', 'unpa', 4, 5, 749, 'exact', 'members of parliament', NULL, NULL, 'undated', NULL, 'With 1095 former members', 'unpacampaign.org/sv/supportrar/ (an archived copy)', 'no', 'tally T45', 'd2ab4fa8c03698b57798c22cabbbece6d8f8b2fd209757e8149dcc7f625f732d', NULL);
INSERT INTO public.reported_tallies VALUES (46, 'T46', 'unpa', 4, 5, 756, 'exact', 'members of parliament', NULL, NULL, 'undated', NULL, 'With 1095 former members; newest copy judging by former members', 'unpacampaign.org/sv/supportrar/ (an archived copy)', 'no', 'tally T46', 'cff826ecb2688e8b9066bc3bf6cd3081b20a7dd17a4c1dadd30b89a4b554a732', NULL);
INSERT INTO public.reported_tallies VALUES (47, 'T47', 'vetoes', 1, NULL, 14, 'exact', 'vetoed texts', NULL, '2017-04-12', 'day', '2017-04-12', 'Vetoes in atrocity situations since 2005 (its text says "as of March 2017")', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798)', 'no', 'tally T47', '06cc43c9534eda4453bf57efe0ca7e3375bf502ea23159852a442be2240881a0', NULL);
INSERT INTO public.reported_tallies VALUES (48, 'T48', 'vetoes', 1, NULL, 8, 'exact', 'vetoed texts', NULL, '2017-04-12', 'day', '2017-04-12', 'Vetoes on Syria since October 2011: Russia eight', 'Global Centre for the Responsibility to Protect, "UN Security Council Code of Conduct" (globalr2p.org/our_work/un_security_council_code_of_conduct); restraintheveto.com/tour', 'no', 'tally T48', '0655747e6effc871cb33449d1bb4d3c98ea37a497e7c9d2a7e40ef535a4194c1', NULL);
INSERT INTO public.reported_tallies VALUES (49, 'T49', 'vetoes', 1, NULL, 12, 'exact', 'vetoed texts', NULL, '2018-04-10', 'about', '2018-04-10', 'Vetoes on Syria since October 2011: Russia twelve (page dated only 2018)', 'Global Centre for the Responsibility to Protect, "UN Security Council Code of Conduct" (globalr2p.org/our_work/un_security_council_code_of_conduct), later copy', 'no', 'tally T49', '4b2cb334ae65aec284bcb90a18de9560f66c1dd4661a20f6fce615d6b19187c5', NULL);
INSERT INTO public.reported_tallies VALUES (50, 'T50', 'vetoes', 1, NULL, 7, 'exact', 'vetoed texts', NULL, '2024-11-20', 'day', '2024-11-20', 'Vetoes cast in 2024 so far', 'Australia, 20 Nov 2024 (unny.mission.gov.au/unny/241120_Debate_Use_of_the_Veto.html)', 'no', 'tally T50', '99fcc719940abbac1ec0e554755de8886175c2361a9455af79ebe2ad337c5eb1', NULL);
INSERT INTO public.reported_tallies VALUES (51, 'T51', 'vetoes', 1, NULL, 5, 'exact', 'vetoed texts', NULL, '2024-04-26', 'day', '2024-04-26', 'Vetoes cast in the first months of 2024', 'Joint Nordic statement on the second anniversary of the veto initiative (norway.no, 2024)', 'no', 'tally T51', '42e078f78ba674d1a39e343ebd5e55ef3d757b7537952dd0ad27f61253202110', NULL);
INSERT INTO public.reported_tallies VALUES (52, 'T52', 'vetoes', 1, NULL, 4, 'exact', 'vetoed texts', NULL, '2025-11-20', 'day', '2025-11-20', 'Vetoes cast in 2025', 'Nordic-Baltic statement, 20 Nov 2025 (www2.mfa.gov.lv/en/newyork/news/73009)', 'no', 'tally T52', 'c1bb319b18912bb54705bc35cf86689da5e4ccb125b1e10dc304e27e0f8cde76', NULL);
INSERT INTO public.roles VALUES (1, 'x', NULL, NULL, '2026-11-29 20:24:19.224758');
INSERT INTO public.roles_users VALUES (1, 1);
INSERT INTO public.saved_filters VALUES (1, 1, 'x', NULL, NULL, NULL);
INSERT INTO public.spent_proofs VALUES ('x', '2026-11-20 06:00:00+00');
INSERT INTO public.staff VALUES ('Demonstration Reviewer 1', 1, 'reviewer-1@demonstration.example', NULL, NULL, false, '8a9c388195094ab1bb9ab7c437806603', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '8c6b3ba5dd6a46cd8a9754b878d193e3', NULL, '2026-11-29 20:24:00.07229', '2026-11-29 20:24:00.07229', NULL, 0, NULL, NULL, 0, NULL, NULL);
INSERT INTO public.staff VALUES ('Demonstration Reviewer 2', 2, 'reviewer-2@demonstration.example', NULL, NULL, false, 'f905234de5924f49bc00de691ee3f397', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd8a33f85d6024c129d77593114a3e22a', NULL, '2026-11-29 20:24:00.07229', '2026-11-29 20:24:00.07229', NULL, 0, NULL, NULL, 0, NULL, NULL);
INSERT INTO public.staff VALUES ('Demonstration Reviewer 3', 3, 'reviewer-3@demonstration.example', NULL, NULL, false, '88a20e412e46499d894d3e7c4ff1a1d1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2ac6215ee3f347ab858343fec3329a2f', NULL, '2026-11-29 20:24:00.07229', '2026-11-29 20:24:00.07229', NULL, 0, NULL, NULL, 0, NULL, NULL);
INSERT INTO public.staff_browsers VALUES (1, 1, 'x', '2026-11-20 06:00:00+00', 0, NULL, NULL);
INSERT INTO public.staff_digests VALUES (1, '2026-11-01');
INSERT INTO public.staff_drafts VALUES (1, 1, '2026-11-20 06:00:00+00', 'Some words');
INSERT INTO public.staff_event_marks VALUES (1, 'x', '2026-11-20 06:00:00+00');
INSERT INTO public.staff_events VALUES (1, '2026-11-20 06:00:00+00', 'signed_in', 1, NULL, 'x', 'x', NULL);
INSERT INTO public.staff_invitations VALUES (1, 'x', '2026-11-20 06:00:00+00', NULL);
INSERT INTO public.staff_networks VALUES ('x', 0, '2026-11-20 06:00:00+00', NULL, 0);
INSERT INTO public.staff_sessions VALUES (1, 1, 'x', '2026-11-20 06:00:00+00', '2026-11-20 06:00:00+00', 'x', 'x', 'x', NULL, NULL);
INSERT INTO public.state_name_periods VALUES (1, 'BEN', 'en', 'Dahomey', 'ISO 3166-3, as in Debian iso-codes (pycountry 26.2.16, LGPL-2.1-or-later)', '', '', NULL, NULL, NULL, 'former name BEN en Dahomey', '260844ac0f7081cecca90b018dc0e915fc6054798ac8e98c8943fe065c450668', NULL);
INSERT INTO public.state_name_periods VALUES (2, 'BFA', 'en', 'Republic of Upper Volta', 'ISO 3166-3, as in Debian iso-codes (pycountry 26.2.16, LGPL-2.1-or-later)', '', '', NULL, NULL, NULL, 'former name BFA en Republic of Upper Volta', '7bb84812992e39f1ac359b4e902f20bccb728263b23038c46684c8e4e8244ca2', NULL);
INSERT INTO public.state_name_periods VALUES (3, 'BLR', 'en', 'Byelorussian SSR Soviet Socialist Republic', 'ISO 3166-3, as in Debian iso-codes (pycountry 26.2.16, LGPL-2.1-or-later)', '', '', NULL, NULL, NULL, 'former name BLR en Byelorussian SSR Soviet Socialist Republic', 'f2167a973f331497e9bfe4b78d30a7c0b11990192e46d8509c0dd86eb8367232', NULL);
INSERT INTO public.state_name_periods VALUES (4, 'COD', 'en', 'Republic of Zaire', 'ISO 3166-3, as in Debian iso-codes (pycountry 26.2.16, LGPL-2.1-or-later)', '', '', NULL, NULL, NULL, 'former name COD en Republic of Zaire', '1e3b54d22dcae17dbf3dfd1557e69c6153806129dba2a0a62fd1b406414a0b31', NULL);
INSERT INTO public.state_name_periods VALUES (5, 'MKD', 'en', 'the former Yugoslav Republic of Macedonia', 'UN Dag Hammarskjöld Library, list of vetoes, agenda item of 25 February 1999 (tracker/data/vetoes.csv, row 1999-01)', '', '', NULL, NULL, NULL, 'former name MKD en the former Yugoslav Republic of Macedonia', '848c36dd1f7db137f2b0503c8614c9a9d7a7537cab2ca43185d40e7042e13a7a', NULL);
INSERT INTO public.state_name_periods VALUES (6, 'MMR', 'en', 'Socialist Republic of the Union of Burma', 'ISO 3166-3, as in Debian iso-codes (pycountry 26.2.16, LGPL-2.1-or-later)', '', '', NULL, NULL, NULL, 'former name MMR en Socialist Republic of the Union of Burma', '473533e0b176f7f14e4ef1c97a5ef4b89b0d60c8ec6dff0feffe9c323a2b1447', NULL);
INSERT INTO public.state_name_periods VALUES (7, 'TLS', 'en', 'East Timor', 'ISO 3166-3, as in Debian iso-codes (pycountry 26.2.16, LGPL-2.1-or-later)', '', '', NULL, NULL, NULL, 'former name TLS en East Timor', '5a40cffa72ddb6754d55acc144ecb1b021cb7ebc3852015d968f78f4178368c3', NULL);
INSERT INTO public.state_name_periods VALUES (8, 'VUT', 'en', 'New Hebrides', 'ISO 3166-3, as in Debian iso-codes (pycountry 26.2.16, LGPL-2.1-or-later)', '', '', NULL, NULL, NULL, 'former name VUT en New Hebrides', 'd748d83108e2760a9e1b92d844f64d3d44067cbb80675956407e975ba5d1a5a2', NULL);
INSERT INTO public.state_name_periods VALUES (9, 'ZWE', 'en', 'Southern Rhodesia', 'ISO 3166-3, as in Debian iso-codes (pycountry 26.2.16, LGPL-2.1-or-later)', '', '', NULL, NULL, NULL, 'former name ZWE en Southern Rhodesia', 'b19cb7f1fb13cc4d0c780a2c25a14c6fa1a0ec97dc78936585ac24a07fd5287d', NULL);
INSERT INTO public.state_names VALUES ('TUR', 'ru', 'Турция', '', '', 'UN Statistics Division (M49) name, same data set', 'name TUR ru', 'd231f66b47d6ebfd39a79afec518a8de5b8b9cc3001a7b873a42226665c651f4', NULL);
INSERT INTO public.state_names VALUES ('TUR', 'es', 'Türkiye', '', '', 'UN Statistics Division (M49) name, same data set', 'name TUR es', '776d2c42c9c35e822809999ddc7232ae4257413a19be90359fc30ff277048dfe', NULL);
INSERT INTO public.state_names VALUES ('CHE', 'ar', 'سويسرا', '', 'الاتحاد السويسري', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name CHE ar', '034af32e28f6839e099d390c0acc328984fddaaa9a790228ce73e2c56068428c', NULL);
INSERT INTO public.state_names VALUES ('CHE', 'zh', '瑞士', '', '瑞士联邦', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name CHE zh', 'e154fc5c4dcb3818f26e44826d9ce527fe0343f0fc68292f34fc4a98cac5c1cb', NULL);
INSERT INTO public.state_names VALUES ('CHE', 'en', 'Switzerland', '', 'the Swiss Confederation', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name CHE en', 'c9efbde4b105309209673c9f19c703bb205c98d1e058462eb7cdade7d85c8fd8', NULL);
INSERT INTO public.state_names VALUES ('CHE', 'fr', 'Suisse', 'la', 'la Confédération suisse', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name CHE fr', '10c0d2dd05c8923267a0237884c8ad02cb9ba58167fc160a2fc28840469fb5de', NULL);
INSERT INTO public.state_names VALUES ('CHE', 'ru', 'Швейцария', '', 'Швейцарская Конфедерация', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name CHE ru', '5516376712b4191e2d4d236cae87ed8537b56bd6616fc481d3e1af71fa897537', NULL);
INSERT INTO public.state_names VALUES ('CHE', 'es', 'Suiza', '', 'la Confederación Suiza', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name CHE es', 'c560fc60128950a08a5fe7294e7bd11f8bc7fbf77007e771d174b908260b224d', NULL);
INSERT INTO public.state_names VALUES ('FRA', 'ar', 'فرنسا', '', 'الجمهورية الفرنسية', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name FRA ar', '8ffa46a434c90561aa8bb8fb1489848e2420c6e8940d5bf9e6e7f27c78ec4b01', NULL);
INSERT INTO public.state_names VALUES ('FRA', 'zh', '法国', '', '法兰西共和国', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name FRA zh', '3b0aac166e2d6e49fe9488c0e307c8c877d79a6ac3d59659436a93cbbc5e1b83', NULL);
INSERT INTO public.state_names VALUES ('FRA', 'en', 'France', '', 'the French Republic', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name FRA en', '53221cba1114057bfc2cdcc0151c06fecbd2c7066ea55b5ce7c31647a1833bbd', NULL);
INSERT INTO public.state_names VALUES ('FRA', 'fr', 'France', 'la', 'la République française', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name FRA fr', '3b7a3a3e28c608cfc0c9aff8f3624df4c3fbd85f81a0c470dcf96a318a2a638e', NULL);
INSERT INTO public.state_names VALUES ('FRA', 'ru', 'Франция', '', 'Французская Республика', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name FRA ru', '2dd6951b5509dab552c5006b8836cb0297683d808a5fff523bca30b0d7db65df', NULL);
INSERT INTO public.state_names VALUES ('FRA', 'es', 'Francia', '', 'la República Francesa', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name FRA es', '6d9fb29041b811c1e3f3b4e9a686cbd164e2ce6139d43d9cb9b36d08001e8367', NULL);
INSERT INTO public.state_names VALUES ('MEX', 'ar', 'المكسيك', '', 'الولايات المتحدة المكسيكية', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name MEX ar', '6a869b7633f4c4b7e4a9e774384bd7c8f833142cac8d83d96b89d82e3b9095f7', NULL);
INSERT INTO public.state_names VALUES ('MEX', 'zh', '墨西哥', '', '墨西哥合众国', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name MEX zh', 'c2d67c20373a80e94dca08d34a262438a3cb99c43b27fdaa79f35ad8c5a1f5c5', NULL);
INSERT INTO public.state_names VALUES ('MEX', 'en', 'Mexico', '', 'the United Mexican States', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name MEX en', '7351e099f0b1cd7141a9b25fd7d823d0969d681e3fb4feab65b587722bd706db', NULL);
INSERT INTO public.state_names VALUES ('MEX', 'fr', 'Mexique', 'le', 'les États-Unis du Mexique', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name MEX fr', '5d2cfd4d16374239b3668cd12dda7f1c8e68f08246031bfc79e6527fc36b1b86', NULL);
INSERT INTO public.state_names VALUES ('MEX', 'ru', 'Мексика', '', 'Мексиканские Соединенные Штаты', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name MEX ru', 'ea429bec027e4c7c4ae608f2fdd363c788a887f888ccc8b77540df901074c348', NULL);
INSERT INTO public.state_names VALUES ('MEX', 'es', 'México', '', 'los Estados Unidos Mexicanos', 'UNTERM short name, as in the public data set datasets/country-codes (GitHub, commit caa72d1e, Public Domain Dedication)', 'name MEX es', '8c04d766ea198f821e8e172fbc10bfe459ba0bb3cf461fd3e5a9970757586b38', NULL);
INSERT INTO public.state_names VALUES ('TUR', 'ar', 'تركيا', '', '', 'UN Statistics Division (M49) name, same data set', 'name TUR ar', 'd1e697cc45112f018c8feadf1add1a0b1d43dd0e015f36b04f5c32b22388a387', NULL);
INSERT INTO public.state_names VALUES ('TUR', 'zh', '土耳其', '', '', 'UN Statistics Division (M49) name, same data set', 'name TUR zh', 'f0f6b0812d7eae84429bd74661e09c8b2b7701c30dda3718dd9a27973be3f1af', NULL);
INSERT INTO public.state_names VALUES ('TUR', 'en', 'Türkiye', '', '', 'UN Statistics Division (M49) name, same data set', 'name TUR en', '7b9a16ea2f53de4088ee49d9cdc8aed48d35105fdc41c0b98f6355aa0e7d9f1b', NULL);
INSERT INTO public.state_names VALUES ('TUR', 'fr', 'Türkiye', '', '', 'UN Statistics Division (M49) name, same data set', 'name TUR fr', 'fbf248b981b681d843ab4cbbfc03bc365140d684cb632bfbbc6782b6d9a12722', NULL);
INSERT INTO public.state_proposals VALUES (1, 1, 'renamed', '{"name": "X"}', 'Some words', '2026-11-01', 'on', NULL, 1, 1, '2026-11-20 06:00:00+00', NULL, NULL, NULL);
INSERT INTO public.statements VALUES (1, 1, NULL, 'x', 'x', 'Some words', 'Some words', 'x', 'x', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.states VALUES ('AFG', 'AF', 'Afghanistan', 'member', 'Asia-Pacific', '1946-11-19', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state AFG', '473d6233f017504484a725185b3f3761b458f9abb9933a98787b11ea1c269f33', NULL);
INSERT INTO public.states VALUES ('AGO', 'AO', 'Angola', 'member', 'African', '1976-12-01', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state AGO', '4e6a9ee0ec10b1c0a6b77068d099ca1f4c2bcf655809d87359bde9df67962938', NULL);
INSERT INTO public.states VALUES ('ARE', 'AE', 'United Arab Emirates', 'member', 'Asia-Pacific', '1971-12-09', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state ARE', 'b81ac4d089195b3ab4189345aaba56ed730805eb808e1f14fc2d1f0422a945c5', NULL);
INSERT INTO public.states VALUES ('AUT', 'AT', 'Austria', 'member', 'WEOG', '1955-12-14', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state AUT', 'c70f0ea8bc470071cf856d511c53ce67d6d104b31d29a6e1f9f19699213dbdd8', NULL);
INSERT INTO public.states VALUES ('BEN', 'BJ', 'Benin', 'member', 'African', '1960-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state BEN', 'b88e75ce5d05f59f44b521260201b30968550b7e842149d5c7863a9de0f4c9e7', NULL);
INSERT INTO public.states VALUES ('BFA', 'BF', 'Burkina Faso', 'member', 'African', '1960-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state BFA', '2af29664b62e8ecaa5dc155729a6ed7f1ab725f7755e2935d8dec519e35ffad8', NULL);
INSERT INTO public.states VALUES ('BHR', 'BH', 'Bahrain', 'member', 'Asia-Pacific', '1971-09-21', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state BHR', 'ffae445fa3a915b6796628d79025177329f93aeb139d18d4f98eb1aea8557a7e', NULL);
INSERT INTO public.states VALUES ('BLR', 'BY', 'Belarus', 'member', 'Eastern European', '1945-10-24', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state BLR', 'cafc66153979acb51bd52c07e0c5e66e20cfc634351d6aabdc4d168e75d1020d', NULL);
INSERT INTO public.states VALUES ('BOL', 'BO', 'Bolivia (Plurinational State of)', 'member', 'GRULAC', '1945-11-14', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state BOL', 'b2e36d78acb171658e1bf72d107f02c8a25d18d674919c5f75860c357c9013ad', NULL);
INSERT INTO public.states VALUES ('BRN', 'BN', 'Brunei Darussalam', 'member', 'Asia-Pacific', '1984-09-21', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state BRN', 'd91f9bdcb45058ac94c2eae9886149a4821bb0504534ad5577c2a65683ed47da', NULL);
INSERT INTO public.states VALUES ('CHE', 'CH', 'Switzerland', 'member', 'WEOG', '2002-09-10', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state CHE', 'b99473811bee9d37ba75c0c0c98003cecec47baa429e1f7983c3405ab5ff955e', NULL);
INSERT INTO public.states VALUES ('CHN', 'CN', 'China', 'member', 'Asia-Pacific', '1945-10-24', true, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state CHN', '5df5a717fc984abe029afe86658c838d5f29a3ca7503021f9fd5f44dd04ec904', NULL);
INSERT INTO public.states VALUES ('CIV', 'CI', 'Côte d''Ivoire', 'member', 'African', '1960-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state CIV', '0b364eaab2b23377b0a12939033c3a55bcf44d6e83bc720735f88a16d62e690e', NULL);
INSERT INTO public.states VALUES ('CMR', 'CM', 'Cameroon', 'member', 'African', '1960-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state CMR', 'cd1909406ba49c0b9b28bb91aeb9b518c8cc8486bee8f6eb0a45ffde784f8ddf', NULL);
INSERT INTO public.states VALUES ('COD', 'CD', 'Democratic Republic of the Congo', 'member', 'African', '1960-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state COD', '4dacf20e0e737b2b08a5f4fb9253a1c06249ba803d36f24dd66276aad2289813', NULL);
INSERT INTO public.states VALUES ('COG', 'CG', 'Congo', 'member', 'African', '1960-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state COG', '2ed1a287d8a2a5032f7ef2432cf8bdfa12aaaac894ec3c2e7cb3c913b25a4239', NULL);
INSERT INTO public.states VALUES ('COL', 'CO', 'Colombia', 'member', 'GRULAC', '1945-11-05', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state COL', 'd7534fe4f23e86521081b353f70403c54c4bf82abfc75ec3e8e2712e041c39d8', NULL);
INSERT INTO public.states VALUES ('CUB', 'CU', 'Cuba', 'member', 'GRULAC', '1945-10-24', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state CUB', 'a926b92c4ff8013084a0db0eeea3593e706d2761b2aaff31476505f1a70677f2', NULL);
INSERT INTO public.states VALUES ('CYP', 'CY', 'Cyprus', 'member', 'Asia-Pacific', '1960-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state CYP', '2c7577cc9783c39d21d4e8af280ec07b31c2c8c0ab4130cf5ea27f57d654110f', NULL);
INSERT INTO public.states VALUES ('CZE', 'CZ', 'Czechia', 'member', 'Eastern European', '1993-01-19', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state CZE', '0ad56d441ff531466f71703d9c08056a2d7c82e1174ed54384b2867007bbdaf6', NULL);
INSERT INTO public.states VALUES ('DJI', 'DJ', 'Djibouti', 'member', 'African', '1977-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state DJI', 'efe2842e5b1a0ca09c7b36cab54e964b7f7164e02fd58283eb0f3289b4228e66', NULL);
INSERT INTO public.states VALUES ('DNK', 'DK', 'Denmark', 'member', 'WEOG', '1945-10-24', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state DNK', 'eb345a7b3a798c8242dade001b05076139c2e9db59663597f253f43ca04ef7fc', NULL);
INSERT INTO public.states VALUES ('DOM', 'DO', 'Dominican Republic', 'member', 'GRULAC', '1945-10-24', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state DOM', 'a7efd1c826a151fa54eabefb03a02a342d9030b22272f423207b14df3074243c', NULL);
INSERT INTO public.states VALUES ('DZA', 'DZ', 'Algeria', 'member', 'African', '1962-10-08', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state DZA', '16aab7b857da33ccf907e453e4eff6ae983cd6a27c55bd0da8f2873e577af1a7', NULL);
INSERT INTO public.states VALUES ('FJI', 'FJ', 'Fiji', 'member', 'Asia-Pacific', '1970-10-13', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state FJI', '8654856e997f8fc1634eafba090b8697b34812c66bda972ab46ed41e9af2a2d4', NULL);
INSERT INTO public.states VALUES ('FRA', 'FR', 'France', 'member', 'WEOG', '1945-10-24', true, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state FRA', '0639ec1d64fdb5b8f905dd93f44ac15eb0cc79f40114bcfcbb76a36763c710a5', NULL);
INSERT INTO public.states VALUES ('GBR', 'GB', 'United Kingdom of Great Britain and Northern Ireland', 'member', 'WEOG', '1945-10-24', true, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state GBR', '01692f26ea14eab05202d5bba294603bfe1ae7b598dfb6960a5db4ff108de0bd', NULL);
INSERT INTO public.states VALUES ('GEO', 'GE', 'Georgia', 'member', 'Eastern European', '1992-07-31', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state GEO', '0d929ad13b524d81939060f1178d1dc39a9cceaa498e951952067fbe3715d861', NULL);
INSERT INTO public.states VALUES ('GIN', 'GN', 'Guinea', 'member', 'African', '1958-12-12', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state GIN', '9e468cd594763a15bb245fed2a5167384d2a7fe4d2c107dd54c4b96afb725d53', NULL);
INSERT INTO public.states VALUES ('GMB', 'GM', 'Gambia', 'member', 'African', '1965-09-21', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state GMB', 'bc7b2ed3ae1d41cb6787b3e07d4ee61c9bea7081bfb9a714a3f9de47cbb701ce', NULL);
INSERT INTO public.states VALUES ('GNB', 'GW', 'Guinea-Bissau', 'member', 'African', '1974-09-17', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state GNB', '3bfc14a386e355968c7d0bf0c7840e509b89a5a79eb196c3b91e3f6737d91d70', NULL);
INSERT INTO public.states VALUES ('GNQ', 'GQ', 'Equatorial Guinea', 'member', 'African', '1968-11-12', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state GNQ', '662d52eb6af2463eb6184b17cc392cded7f496e90641611938f07c9efeda268a', NULL);
INSERT INTO public.states VALUES ('GRC', 'GR', 'Greece', 'member', 'WEOG', '1945-10-25', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state GRC', '3e5310d6deafd095edefa2afd13977e2f9f1c54d48844a4d6232b7db655c8380', NULL);
INSERT INTO public.states VALUES ('GUY', 'GY', 'Guyana', 'member', 'GRULAC', '1966-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state GUY', 'b17fa839320601698d67181c35eba71ffdbda5a69b31cea5561d808a3ba36531', NULL);
INSERT INTO public.states VALUES ('HND', 'HN', 'Honduras', 'member', 'GRULAC', '1945-12-17', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state HND', '3544a417afdde4009bcd3989027b250b43c77f9f7409a03aad47ddea126f662a', NULL);
INSERT INTO public.states VALUES ('HRV', 'HR', 'Croatia', 'member', 'Eastern European', '1992-05-22', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state HRV', '9a1aa4188ce2359bb27d55ca597d745fa0deed97307eaf7a416fae1c40bbfdaa', NULL);
INSERT INTO public.states VALUES ('HUN', 'HU', 'Hungary', 'member', 'Eastern European', '1955-12-14', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state HUN', 'c5bc055739d651c56760a26114b7a1852a66b8d6efe2b69cfaaaa7ac2aa639d7', NULL);
INSERT INTO public.states VALUES ('JOR', 'JO', 'Jordan', 'member', 'Asia-Pacific', '1955-12-14', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state JOR', '0fbdff279d966cf59612611e15bf91393e3286a041c435ea40fe4d2b7743be7c', NULL);
INSERT INTO public.states VALUES ('JPN', 'JP', 'Japan', 'member', 'Asia-Pacific', '1956-12-18', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state JPN', 'b26e200d10c99907c57d04c0f09903d7825bfb9d9bf7afc85ce788494b068b2e', NULL);
INSERT INTO public.states VALUES ('KEN', 'KE', 'Kenya', 'member', 'African', '1963-12-16', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state KEN', '34397d9b599a4f90d58357357540427f1248b9aa5af32e4d679871d5cc16ca0d', NULL);
INSERT INTO public.states VALUES ('KGZ', 'KG', 'Kyrgyzstan', 'member', 'Asia-Pacific', '1992-03-02', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state KGZ', 'f02c74d713b258c0ae32abe29ca0fb000d2d0d5cdb76d99627d54370efcef460', NULL);
INSERT INTO public.states VALUES ('KOR', 'KR', 'Republic of Korea', 'member', 'Asia-Pacific', '1991-09-17', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state KOR', '4f6d58280552bf5ab9119ced9b17da6c75ff827d3e46ae286dddf569fdf4c64f', NULL);
INSERT INTO public.states VALUES ('KWT', 'KW', 'Kuwait', 'member', 'Asia-Pacific', '1963-05-14', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state KWT', 'ac8037767d5e85c4addc6a5122249bbde531dea1c8e82159537f540891b43573', NULL);
INSERT INTO public.states VALUES ('LBR', 'LR', 'Liberia', 'member', 'African', '1945-11-02', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state LBR', 'cedf863a6f969ac947eb11969ae3999187968883a6ef4285a8a583744855726e', NULL);
INSERT INTO public.states VALUES ('VAT', 'VA', 'Holy See', 'observer', 'none', NULL, false, 'Permanent observer; not admitted as a member', 'Wikipedia "Member states of the United Nations" (mirror wiki2.org/en/Member_states_of_the_United_Nations): two observer states; GitHub onofreicl/ethos docs/empathy/countries.md; ISO codes: pycountry', '2026-11-23', 'state VAT', '406c60f60df182b7643cc807f8f1af1b833a782acd60e1fdb2c24b7e822dd4ec', NULL);
INSERT INTO public.states VALUES ('LKA', 'LK', 'Sri Lanka', 'member', 'Asia-Pacific', '1955-12-14', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state LKA', '670f08deb367b39820473d00f574d1c9b036e1a87169a1592ab4a529aa1aed59', NULL);
INSERT INTO public.states VALUES ('LVA', 'LV', 'Latvia', 'member', 'Eastern European', '1991-09-17', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state LVA', '8e3b5fcb6059bd0ebbacdcb84957193d5f04ae63fd1fbaaaa2a6635841685ad2', NULL);
INSERT INTO public.states VALUES ('MAR', 'MA', 'Morocco', 'member', 'African', '1956-11-12', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state MAR', 'b01c3ba04d2f4685298c1b51e7ff92a91f2503b00c4ead5b450fc6189db33cbc', NULL);
INSERT INTO public.states VALUES ('MDG', 'MG', 'Madagascar', 'member', 'African', '1960-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state MDG', 'e575826ee0a78abe453ba77aac3694e98f57410105cc74809fe2e823f0ac90c6', NULL);
INSERT INTO public.states VALUES ('MEX', 'MX', 'Mexico', 'member', 'GRULAC', '1945-11-07', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state MEX', 'e93b9cea9f40c34fa6617d87cb2f79db782daa69b44c0c8d5e121a81efe57a39', NULL);
INSERT INTO public.states VALUES ('MKD', 'MK', 'North Macedonia', 'member', 'Eastern European', '1993-04-08', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state MKD', '7aceebf304cbb4c25c394681383bb2a905aa783108760443ccdcee095e9842b5', NULL);
INSERT INTO public.states VALUES ('MLT', 'MT', 'Malta', 'member', 'WEOG', '1964-12-01', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state MLT', 'c3ecac16c8e84f9e260f77e1de91201ddca2c3e87c6bc01c786ed49b116b959c', NULL);
INSERT INTO public.states VALUES ('MMR', 'MM', 'Myanmar', 'member', 'Asia-Pacific', '1948-04-19', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state MMR', '1eaff7a39b22f3abc76da572d0fffcefc6bc3b62d621032820e0b6714021c0d3', NULL);
INSERT INTO public.states VALUES ('MUS', 'MU', 'Mauritius', 'member', 'African', '1968-04-24', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state MUS', '4e39fedc8fba5c4d54dcee3f3476b247e99d39e2e4f0ca1e50a54c15324ef3c4', NULL);
INSERT INTO public.states VALUES ('NAM', 'NA', 'Namibia', 'member', 'African', '1990-04-23', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state NAM', '91af038bc540c1f362cadeab49e34c3029b99acae0b05f47e464681bdd7af55c', NULL);
INSERT INTO public.states VALUES ('NER', 'NE', 'Niger', 'member', 'African', '1960-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state NER', '445fb4e55cd7de5f7e7f54d5d72f6fc4b16afad64142ce06ab549104972c16f4', NULL);
INSERT INTO public.states VALUES ('NZL', 'NZ', 'New Zealand', 'member', 'WEOG', '1945-10-24', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state NZL', 'cb1e6d9b04b0f0888f71ce8983643857b81825b5fe6510fa1921f08de3ba55a6', NULL);
INSERT INTO public.states VALUES ('PAK', 'PK', 'Pakistan', 'member', 'Asia-Pacific', '1947-09-30', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state PAK', '26b1bc7c9d8e770b7577320d61b2220e4cd880c7a6c11859c2b493b65ff58d7b', NULL);
INSERT INTO public.states VALUES ('PAN', 'PA', 'Panama', 'member', 'GRULAC', '1945-11-13', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state PAN', '17a481dc658556978e43e72da3d89c81f4baad06ae80b608f7fb8a651f84a696', NULL);
INSERT INTO public.states VALUES ('PHL', 'PH', 'Philippines', 'member', 'Asia-Pacific', '1945-10-24', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state PHL', '24ff4ca03bf61a0085700c49d50f8484638a108f3414383b241ffd09cca85e95', NULL);
INSERT INTO public.states VALUES ('POL', 'PL', 'Poland', 'member', 'Eastern European', '1945-10-24', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state POL', '77115f5d14ed145d39ff7ce9c989ec64f0717cfafa24364f0be046cb49b35ef1', NULL);
INSERT INTO public.states VALUES ('PRT', 'PT', 'Portugal', 'member', 'WEOG', '1955-12-14', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state PRT', '914805b5c586bf954034af7bbc9cc001a756f195431133c10590203798360251', NULL);
INSERT INTO public.states VALUES ('ROU', 'RO', 'Romania', 'member', 'Eastern European', '1955-12-14', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state ROU', 'e7c98833717643eff5617e7c840ae9e92888630c52f31a6b15831415646a7e48', NULL);
INSERT INTO public.states VALUES ('RUS', 'RU', 'Russian Federation', 'member', 'Eastern European', '1945-10-24', true, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state RUS', '3bf97b017290339fb6bf65802b074d381ea592491b0d871758db3fb290b96f21', NULL);
INSERT INTO public.states VALUES ('SDN', 'SD', 'Sudan', 'member', 'African', '1956-11-12', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state SDN', 'a5fbecec09ffab3bbab8a429abdc8e4ea7094778ee7325cdf7941fcca1c3adcb', NULL);
INSERT INTO public.states VALUES ('SGP', 'SG', 'Singapore', 'member', 'Asia-Pacific', '1965-09-21', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state SGP', '41bf898af6843779a2aaf4eb695880fa9d0299ed6bffb147aca154d7cd8a0e8c', NULL);
INSERT INTO public.states VALUES ('SLE', 'SL', 'Sierra Leone', 'member', 'African', '1961-09-27', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state SLE', 'f34c62aef4a36817751a7afeeedca308a5833fcfe09a8028d4fd02920f09f66a', NULL);
INSERT INTO public.states VALUES ('SMR', 'SM', 'San Marino', 'member', 'WEOG', '1992-03-02', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state SMR', 'a77a974b4bf0fdcea9fa7cf487342a53f8ad9e66401d5295307f526d79fa04fd', NULL);
INSERT INTO public.states VALUES ('SOM', 'SO', 'Somalia', 'member', 'African', '1960-09-20', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state SOM', '9a51399ccfceade726727509720fa085ca95a4805a32e90b9399cf9648bd405b', NULL);
INSERT INTO public.states VALUES ('STP', 'ST', 'Sao Tome and Principe', 'member', 'African', '1975-09-16', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state STP', '657a1afe2106edf159a4359407f017a86143fe856f1afd30df60aa9917fff579', NULL);
INSERT INTO public.states VALUES ('SVN', 'SI', 'Slovenia', 'member', 'Eastern European', '1992-05-22', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state SVN', '44dc58a9765bb32bf04eae07cbe2e045adae70a448429ada2abaa5f35c754844', NULL);
INSERT INTO public.states VALUES ('THA', 'TH', 'Thailand', 'member', 'Asia-Pacific', '1946-12-16', false, 'GitHub copy says 1946-12-15; Wikipedia "Enlargement of the United Nations" (wikimili.com mirror) lists 16 December 1946 and no admission on 15 December, used here', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state THA', '8153f4e0491db6611cb4ff1a7f9dfaaf6a6db99f2dfde369b623ac8224a0af5a', NULL);
INSERT INTO public.states VALUES ('TKM', 'TM', 'Turkmenistan', 'member', 'Asia-Pacific', '1992-03-02', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state TKM', 'c5e67e244a84b4510ef603bbe7254393d878d1147f033a9e8684292256471e41', NULL);
INSERT INTO public.states VALUES ('TLS', 'TL', 'Timor-Leste', 'member', 'Asia-Pacific', '2002-09-27', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state TLS', 'b1de9c780a45c04ff0bd353c5d033049dae3b3be5925c4b52451c256d4a20108', NULL);
INSERT INTO public.states VALUES ('TON', 'TO', 'Tonga', 'member', 'Asia-Pacific', '1999-09-14', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state TON', '2b5491ed8c74a8d854550ee48e5315a0ede1c84068529fa6a4947f2e639fbf67', NULL);
INSERT INTO public.states VALUES ('TTO', 'TT', 'Trinidad and Tobago', 'member', 'GRULAC', '1962-09-18', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state TTO', '1a66c8c1620054fed27bf8bb244f9bcb4309ac2558719625c292631dcc109ee4', NULL);
INSERT INTO public.states VALUES ('TUR', 'TR', 'Türkiye', 'member', 'WEOG', '1945-10-24', false, 'Listed in both WEOG and Asia-Pacific on the DGACM page; counted in WEOG for electoral purposes', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state TUR', '6681d83f858d4f837286f1c9d99ab712d7e3c07ba93caaf44eaaf3badfea3c14', NULL);
INSERT INTO public.states VALUES ('URY', 'UY', 'Uruguay', 'member', 'GRULAC', '1945-12-18', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state URY', '51d63e144c9c97436abeceaaf472b9550c1a565ae303b87c3f725bf066ec6640', NULL);
INSERT INTO public.states VALUES ('USA', 'US', 'United States of America', 'member', 'WEOG', '1945-10-24', true, 'Not a full member of any group; attends WEOG as observer and is counted there for electoral purposes', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state USA', 'b8c225d13bee35a2420aac42603b261b0d7e228b6b68e4cd59c015fc59c699ec', NULL);
INSERT INTO public.states VALUES ('VCT', 'VC', 'Saint Vincent and the Grenadines', 'member', 'GRULAC', '1980-09-16', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state VCT', 'ff8406e709d122ce83bbc3a0f0400a8dcf7b628d49df3799422784f5034e57e8', NULL);
INSERT INTO public.states VALUES ('VUT', 'VU', 'Vanuatu', 'member', 'Asia-Pacific', '1981-09-15', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state VUT', '16c671af0c360b36c65523f94247342d293b7c583d0bdcbf87b94269dac2bbbc', NULL);
INSERT INTO public.states VALUES ('ZWE', 'ZW', 'Zimbabwe', 'member', 'African', '1980-08-25', false, '', 'UN "Member States" list as copied in GitHub onofreicl/ethos docs/empathy/countries.md (commit dbf919500f9c); group: UN DGACM "Regional groups of Member States" (mirror fanyjok.com/dgacm/content/regional-groups) and GitHub datenoio/internacia-db unregionalblocks (commit 6f69d8418a55); ISO codes: pycountry', '2026-11-23', 'state ZWE', 'b0f56000cce220ed496b85227478e3a40dd4a2b7054ab1468d338e549169fd20', NULL);
INSERT INTO public.superseded_rows VALUES (1, 'founding', '', NULL, NULL, '2026-11-20 06:00:00+00');
INSERT INTO public.supporter_changes VALUES (1, 196, 'renamed', '2026-11-01', 'on', 'A letter', '2026-11-20 06:00:00+00', '{"name": ["Former", "Present"]}', 'former', NULL, NULL, 'a test', NULL, NULL);
INSERT INTO public.supporters VALUES (1, 'government', 'Afghanistan', 'afghanistan', '2026-11-20 06:00:00+00', 'AFG', 'AF', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (2, 'government', 'Angola', 'angola', '2026-11-20 06:00:00+00', 'AGO', 'AO', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (5, 'government', 'United Arab Emirates', 'united arab emirates', '2026-11-20 06:00:00+00', 'ARE', 'AE', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (14, 'government', 'Benin', 'benin', '2026-11-20 06:00:00+00', 'BEN', 'BJ', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (23, 'government', 'Bolivia (Plurinational State of)', 'bolivia plurinational state of', '2026-11-20 06:00:00+00', 'BOL', 'BO', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (26, 'government', 'Brunei Darussalam', 'brunei darussalam', '2026-11-20 06:00:00+00', 'BRN', 'BN', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (34, 'government', 'Côte d''Ivoire', 'cote d ivoire', '2026-11-20 06:00:00+00', 'CIV', 'CI', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (35, 'government', 'Cameroon', 'cameroon', '2026-11-20 06:00:00+00', 'CMR', 'CM', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (37, 'government', 'Congo', 'congo', '2026-11-20 06:00:00+00', 'COG', 'CG', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (42, 'government', 'Cuba', 'cuba', '2026-11-20 06:00:00+00', 'CUB', 'CU', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (43, 'government', 'Cyprus', 'cyprus', '2026-11-20 06:00:00+00', 'CYP', 'CY', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (44, 'government', 'Czechia', 'czechia', '2026-11-20 06:00:00+00', 'CZE', 'CZ', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (46, 'government', 'Djibouti', 'djibouti', '2026-11-20 06:00:00+00', 'DJI', 'DJ', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (49, 'government', 'Dominican Republic', 'dominican republic', '2026-11-20 06:00:00+00', 'DOM', 'DO', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (58, 'government', 'Fiji', 'fiji', '2026-11-20 06:00:00+00', 'FJI', 'FJ', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (63, 'government', 'Georgia', 'georgia', '2026-11-20 06:00:00+00', 'GEO', 'GE', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (65, 'government', 'Guinea', 'guinea', '2026-11-20 06:00:00+00', 'GIN', 'GN', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (66, 'government', 'Gambia', 'gambia', '2026-11-20 06:00:00+00', 'GMB', 'GM', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (67, 'government', 'Guinea-Bissau', 'guinea bissau', '2026-11-20 06:00:00+00', 'GNB', 'GW', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (68, 'government', 'Equatorial Guinea', 'equatorial guinea', '2026-11-20 06:00:00+00', 'GNQ', 'GQ', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (73, 'government', 'Honduras', 'honduras', '2026-11-20 06:00:00+00', 'HND', 'HN', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (74, 'government', 'Croatia', 'croatia', '2026-11-20 06:00:00+00', 'HRV', 'HR', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (76, 'government', 'Hungary', 'hungary', '2026-11-20 06:00:00+00', 'HUN', 'HU', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (86, 'government', 'Jordan', 'jordan', '2026-11-20 06:00:00+00', 'JOR', 'JO', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (87, 'government', 'Japan', 'japan', '2026-11-20 06:00:00+00', 'JPN', 'JP', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (89, 'government', 'Kenya', 'kenya', '2026-11-20 06:00:00+00', 'KEN', 'KE', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (95, 'government', 'Kuwait', 'kuwait', '2026-11-20 06:00:00+00', 'KWT', 'KW', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (102, 'government', 'Holy See', 'holy see', '2026-11-20 06:00:00+00', 'VAT', 'VA', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (103, 'government', 'Sri Lanka', 'sri lanka', '2026-11-20 06:00:00+00', 'LKA', 'LK', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (107, 'government', 'Latvia', 'latvia', '2026-11-20 06:00:00+00', 'LVA', 'LV', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (108, 'government', 'Morocco', 'morocco', '2026-11-20 06:00:00+00', 'MAR', 'MA', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (111, 'government', 'Madagascar', 'madagascar', '2026-11-20 06:00:00+00', 'MDG', 'MG', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (117, 'government', 'Malta', 'malta', '2026-11-20 06:00:00+00', 'MLT', 'MT', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (118, 'government', 'Myanmar', 'myanmar', '2026-11-20 06:00:00+00', 'MMR', 'MM', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (123, 'government', 'Mauritius', 'mauritius', '2026-11-20 06:00:00+00', 'MUS', 'MU', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (126, 'government', 'Namibia', 'namibia', '2026-11-20 06:00:00+00', 'NAM', 'NA', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (127, 'government', 'Niger', 'niger', '2026-11-20 06:00:00+00', 'NER', 'NE', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (134, 'government', 'New Zealand', 'new zealand', '2026-11-20 06:00:00+00', 'NZL', 'NZ', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (137, 'government', 'Panama', 'panama', '2026-11-20 06:00:00+00', 'PAN', 'PA', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (139, 'government', 'Philippines', 'philippines', '2026-11-20 06:00:00+00', 'PHL', 'PH', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (142, 'government', 'Poland', 'poland', '2026-11-20 06:00:00+00', 'POL', 'PL', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (148, 'government', 'Romania', 'romania', '2026-11-20 06:00:00+00', 'ROU', 'RO', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (152, 'government', 'Sudan', 'sudan', '2026-11-20 06:00:00+00', 'SDN', 'SD', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (154, 'government', 'Singapore', 'singapore', '2026-11-20 06:00:00+00', 'SGP', 'SG', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (158, 'government', 'San Marino', 'san marino', '2026-11-20 06:00:00+00', 'SMR', 'SM', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (162, 'government', 'Sao Tome and Principe', 'sao tome and principe', '2026-11-20 06:00:00+00', 'STP', 'ST', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (165, 'government', 'Slovenia', 'slovenia', '2026-11-20 06:00:00+00', 'SVN', 'SI', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (172, 'government', 'Thailand', 'thailand', '2026-11-20 06:00:00+00', 'THA', 'TH', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (174, 'government', 'Turkmenistan', 'turkmenistan', '2026-11-20 06:00:00+00', 'TKM', 'TM', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (176, 'government', 'Tonga', 'tonga', '2026-11-20 06:00:00+00', 'TON', 'TO', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (179, 'government', 'Türkiye', 'turkiye', '2026-11-20 06:00:00+00', 'TUR', 'TR', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (184, 'government', 'Uruguay', 'uruguay', '2026-11-20 06:00:00+00', 'URY', 'UY', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (185, 'government', 'United States of America', 'united states of america', '2026-11-20 06:00:00+00', 'USA', 'US', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (187, 'government', 'Saint Vincent and the Grenadines', 'saint vincent and the grenadines', '2026-11-20 06:00:00+00', 'VCT', 'VC', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (195, 'government', 'Zimbabwe', 'zimbabwe', '2026-11-20 06:00:00+00', 'ZWE', 'ZW', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (196, 'organisation', 'Demonstration Council 1 for Oceans', 'demonstration council 1 for oceans', '2025-12-18 12:00:00+00', NULL, 'GH', NULL, NULL, '', 'https://demonstration-1.example', 'demonstration-1.example', '', NULL, NULL, NULL, NULL, NULL, NULL, '2025-12-29 12:00:00+00', NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (197, 'organisation', 'Demonstration Forum 2 for Oceans', 'demonstration forum 2 for oceans', '2017-05-27 12:00:00+00', NULL, 'KE', NULL, NULL, '', 'https://demonstration-2.example', 'demonstration-2.example', '', NULL, NULL, NULL, NULL, NULL, NULL, '2017-06-05 12:00:00+00', NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (198, 'organisation', 'Demonstration Network 3 for Peace', 'demonstration network 3 for peace', '2019-09-28 12:00:00+00', NULL, 'GH', NULL, NULL, '', 'https://demonstration-3.example', 'demonstration-3.example', '', NULL, NULL, NULL, NULL, NULL, NULL, '2019-10-11 12:00:00+00', NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (199, 'organisation', 'Demonstration Forum 4 for Peace', 'demonstration forum 4 for peace', '2022-10-27 12:00:00+00', NULL, 'CR', NULL, NULL, '', 'https://demonstration-4.example', 'demonstration-4.example', '', NULL, NULL, NULL, NULL, NULL, NULL, '2022-12-01 12:00:00+00', NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (200, 'organisation', 'Demonstration Union 5 for Law', 'demonstration union 5 for law', '2020-07-13 12:00:00+00', NULL, 'DE', NULL, NULL, '', 'https://demonstration-5.example', 'demonstration-5.example', '', NULL, NULL, NULL, NULL, NULL, NULL, '2020-08-09 12:00:00+00', NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (201, 'organisation', 'Demonstration Network 6 for Health', 'demonstration network 6 for health', '2023-05-15 12:00:00+00', NULL, 'DE', NULL, NULL, '', 'https://demonstration-6.example', 'demonstration-6.example', '', NULL, NULL, NULL, NULL, NULL, NULL, '2023-06-17 12:00:00+00', NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (202, 'organisation', 'Demonstration Network 7 for Democracy', 'demonstration network 7 for democracy', '2020-10-23 12:00:00+00', NULL, 'ZA', NULL, NULL, '', 'https://demonstration-7.example', 'demonstration-7.example', '', NULL, NULL, NULL, NULL, NULL, NULL, '2020-11-04 12:00:00+00', NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (203, 'organisation', 'Demonstration Union 8 for Health', 'demonstration union 8 for health', '2018-06-27 12:00:00+00', NULL, 'MX', NULL, NULL, '', 'https://demonstration-8.example', 'demonstration-8.example', '', NULL, NULL, NULL, NULL, NULL, NULL, '2018-07-20 12:00:00+00', NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (204, 'parliamentarian', 'Demonstration Member 1', 'demonstration member 1', '2025-10-14 12:00:00+00', NULL, 'CA', NULL, NULL, '', NULL, NULL, 'Demonstration House', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (205, 'parliamentarian', 'Demonstration Member 2', 'demonstration member 2', '2017-11-07 12:00:00+00', NULL, 'GH', NULL, NULL, '', NULL, NULL, 'Demonstration House', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (206, 'parliamentarian', 'Demonstration Member 3', 'demonstration member 3', '2018-09-27 12:00:00+00', NULL, 'BD', NULL, NULL, '', NULL, NULL, 'Demonstration House', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (207, 'parliamentarian', 'Demonstration Member 4', 'demonstration member 4', '2025-05-21 12:00:00+00', NULL, 'MX', NULL, NULL, '', NULL, NULL, 'Demonstration House', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (208, 'individual', 'Demonstration Person 1', 'demonstration person 1', '2023-02-08 12:00:00+00', NULL, 'IN', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (209, 'individual', 'Demonstration Person 2', 'demonstration person 2', '2026-09-10 12:00:00+00', NULL, 'KE', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (210, 'individual', 'Demonstration Person 3', 'demonstration person 3', '2018-02-03 12:00:00+00', NULL, 'FR', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (211, 'individual', 'Demonstration Person 4', 'demonstration person 4', '2018-01-10 12:00:00+00', NULL, 'MX', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (212, 'individual', 'Demonstration Person 5', 'demonstration person 5', '2018-03-16 12:00:00+00', NULL, 'GH', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (213, 'individual', 'Demonstration Person 6', 'demonstration person 6', '2025-03-16 12:00:00+00', NULL, 'FR', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (214, 'individual', 'Demonstration Person 7', 'demonstration person 7', '2022-09-02 12:00:00+00', NULL, 'GH', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (215, 'individual', 'Demonstration Person 8', 'demonstration person 8', '2020-01-30 12:00:00+00', NULL, 'FR', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (216, 'individual', 'Demonstration Person 9', 'demonstration person 9', '2022-09-22 12:00:00+00', NULL, 'BR', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (217, 'individual', 'Demonstration Person 10', 'demonstration person 10', '2023-04-26 12:00:00+00', NULL, 'MX', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (218, 'individual', 'Demonstration Person 11', 'demonstration person 11', '2018-04-21 12:00:00+00', NULL, 'GH', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (219, 'individual', 'Demonstration Person 12', 'demonstration person 12', '2018-01-07 12:00:00+00', NULL, 'MX', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (220, 'individual', 'Demonstration Person 13', 'demonstration person 13', '2023-07-21 12:00:00+00', NULL, 'FR', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (221, 'individual', 'Demonstration Person 14', 'demonstration person 14', '2025-10-10 12:00:00+00', NULL, 'BR', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (222, 'individual', 'Demonstration Person 15', 'demonstration person 15', '2022-11-14 12:00:00+00', NULL, 'JP', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (223, 'individual', 'Demonstration Person 16', 'demonstration person 16', '2025-03-27 12:00:00+00', NULL, 'JP', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (224, 'individual', 'Demonstration Person 17', 'demonstration person 17', '2020-07-09 12:00:00+00', NULL, 'MX', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (225, 'individual', 'Demonstration Person 18', 'demonstration person 18', '2020-05-01 12:00:00+00', NULL, 'MX', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (226, 'individual', 'Demonstration Person 19', 'demonstration person 19', '2025-06-02 12:00:00+00', NULL, 'GH', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (227, 'individual', 'Demonstration Person 20', 'demonstration person 20', '2025-04-07 12:00:00+00', NULL, 'BD', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (228, 'individual', 'Demonstration Person 21', 'demonstration person 21', '2024-10-31 12:00:00+00', NULL, 'IN', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (229, 'individual', 'Demonstration Person 22', 'demonstration person 22', '2018-02-22 12:00:00+00', NULL, 'GB', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (230, 'individual', 'Demonstration Person 23', 'demonstration person 23', '2025-04-05 12:00:00+00', NULL, 'IN', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (231, 'individual', 'Demonstration Person 24', 'demonstration person 24', '2025-04-06 12:00:00+00', NULL, 'FR', NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (232, 'parliamentarian', 'Demonstration Applicant 25', 'demonstration applicant 25', '2026-11-19 05:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (233, 'organisation', 'Demonstration Applicant 24', 'demonstration applicant 24', '2026-11-19 06:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (234, 'organisation', 'Demonstration Applicant 23', 'demonstration applicant 23', '2026-11-19 07:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (235, 'organisation', 'Demonstration Applicant 22', 'demonstration applicant 22', '2026-11-19 08:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (236, 'organisation', 'Demonstration Applicant 21', 'demonstration applicant 21', '2026-11-19 09:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (237, 'parliamentarian', 'Demonstration Applicant 20', 'demonstration applicant 20', '2026-11-19 10:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (238, 'organisation', 'Demonstration Applicant 19', 'demonstration applicant 19', '2026-11-19 11:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (239, 'organisation', 'Demonstration Applicant 18', 'demonstration applicant 18', '2026-11-19 12:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (240, 'organisation', 'Demonstration Applicant 17', 'demonstration applicant 17', '2026-11-19 13:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (241, 'organisation', 'Demonstration Applicant 16', 'demonstration applicant 16', '2026-11-19 14:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (242, 'parliamentarian', 'Demonstration Applicant 15', 'demonstration applicant 15', '2026-11-19 15:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (243, 'organisation', 'Demonstration Applicant 14', 'demonstration applicant 14', '2026-11-19 16:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (244, 'organisation', 'Demonstration Applicant 13', 'demonstration applicant 13', '2026-11-19 17:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (245, 'organisation', 'Demonstration Applicant 12', 'demonstration applicant 12', '2026-11-19 18:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (246, 'organisation', 'Demonstration Applicant 11', 'demonstration applicant 11', '2026-11-19 19:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (247, 'parliamentarian', 'Demonstration Applicant 10', 'demonstration applicant 10', '2026-11-19 20:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (248, 'organisation', 'Demonstration Applicant 9', 'demonstration applicant 9', '2026-11-19 21:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (249, 'organisation', 'Demonstration Applicant 8', 'demonstration applicant 8', '2026-11-19 22:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (250, 'organisation', 'Demonstration Applicant 7', 'demonstration applicant 7', '2026-11-19 23:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (251, 'organisation', 'Demonstration Applicant 6', 'demonstration applicant 6', '2026-11-20 00:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (252, 'parliamentarian', 'Demonstration Applicant 5', 'demonstration applicant 5', '2026-11-20 01:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (253, 'organisation', 'Demonstration Applicant 4', 'demonstration applicant 4', '2026-11-20 02:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (254, 'organisation', 'Demonstration Applicant 3', 'demonstration applicant 3', '2026-11-20 03:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (255, 'organisation', 'Demonstration Applicant 2', 'demonstration applicant 2', '2026-11-20 04:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.supporters VALUES (256, 'organisation', 'Demonstration Applicant 1', 'demonstration applicant 1', '2026-11-20 05:00:00+00', NULL, NULL, NULL, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.surges VALUES ('network', 'x', '2026-11-20 06:00:00+00', '2026-12-01 00:00:00+00');
INSERT INTO public.sweeps VALUES (1, 1, '2026-11-20 06:00:00+00', '[]');
INSERT INTO public.tally_days VALUES (5, 'organisation', 'endorsed', '', '', '2017-05-27', '2017-06-11', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'JOR', '2017-05-23', '2017-08-27', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'GMB', '2017-07-17', '2017-09-24', 1);
INSERT INTO public.tally_days VALUES (5, 'parliamentarian', 'endorsed', '', '', '2017-11-07', '2017-11-19', 1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2018-01-07', '2018-01-07', 1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2018-01-10', '2018-01-14', 1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2018-02-03', '2018-02-04', 1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2018-02-22', '2018-02-25', 1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2018-03-16', '2018-03-18', 1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2018-04-21', '2018-04-22', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'DOM', '2018-03-09', '2018-04-29', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'SDN', '2018-02-23', '2018-05-06', 1);
INSERT INTO public.tally_days VALUES (5, 'organisation', 'endorsed', '', '', '2018-06-27', '2018-07-22', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'CMR', '2018-04-28', '2018-08-26', 1);
INSERT INTO public.tally_days VALUES (5, 'parliamentarian', 'endorsed', '', '', '2018-09-27', '2018-10-07', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'CMR', '2018-03-27', '2018-10-28', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'CMR', '2018-04-28', '2018-10-28', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'GIN', '2018-09-28', '2018-11-18', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'TON', '2018-10-13', '2019-01-06', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'GNQ', '2018-11-25', '2019-02-10', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'SMR', '2019-05-04', '2019-05-19', 1);
INSERT INTO public.tally_days VALUES (3, 'organisation', 'endorsed', '', '', '2019-09-28', '2019-10-13', 1);
INSERT INTO public.tally_days VALUES (3, 'organisation', 'endorsed', '', '', '2019-12-14', '2019-12-15', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'LVA', '2019-09-13', '2019-12-22', 1);
INSERT INTO public.tally_days VALUES (3, 'organisation', 'endorsed', '', '', '2019-09-28', '2019-12-29', -1);
INSERT INTO public.tally_days VALUES (3, 'organisation', 'endorsed', '', '', '2019-12-14', '2019-12-29', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'BRN', '2020-01-18', '2020-01-19', 1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2020-01-30', '2020-02-02', 1);
INSERT INTO public.tally_days VALUES (5, 'organisation', 'endorsed', '', '', '2020-03-16', '2020-03-22', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'SGP', '2020-01-22', '2020-03-29', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'CUB', '2020-02-03', '2020-03-29', 1);
INSERT INTO public.tally_days VALUES (5, 'organisation', 'endorsed', '', '', '2017-05-27', '2020-03-29', -1);
INSERT INTO public.tally_days VALUES (5, 'organisation', 'endorsed', '', '', '2020-03-16', '2020-03-29', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'AGO', '2020-01-17', '2020-04-05', 1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2020-05-01', '2020-05-03', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'THA', '2020-02-20', '2020-05-10', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'BEN', '2020-03-25', '2020-05-17', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'CIV', '2020-03-28', '2020-07-05', 1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2020-07-09', '2020-07-12', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'SVN', '2020-05-31', '2020-08-02', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'FJI', '2020-04-14', '2020-08-02', 1);
INSERT INTO public.tally_days VALUES (5, 'organisation', 'endorsed', '', '', '2020-07-13', '2020-08-09', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'KWT', '2020-08-24', '2020-09-20', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'HRV', '2020-09-10', '2020-10-04', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'GEO', '2020-09-15', '2020-11-01', 1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2020-10-23', '2020-11-08', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'KWT', '2020-06-28', '2020-11-15', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'KWT', '2020-08-24', '2020-11-15', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'GEO', '2020-07-21', '2021-01-03', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'GEO', '2020-09-15', '2021-01-03', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'TUR', '2021-03-24', '2021-06-27', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'GNB', '2021-06-24', '2021-06-27', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'BEN', '2021-08-31', '2021-09-05', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'CYP', '2021-08-23', '2021-09-12', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'LKA', '2021-08-13', '2021-09-19', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'LVA', '2021-11-04', '2021-11-07', -1);
INSERT INTO public.tally_days VALUES (5, 'organisation', 'endorsed', '', '', '2022-02-05', '2022-02-06', -1);
INSERT INTO public.tally_days VALUES (5, 'organisation', 'endorsed', '', '', '2022-02-05', '2022-02-20', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'HUN', '2022-02-24', '2022-06-05', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'HUN', '2022-01-19', '2022-07-31', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'HUN', '2022-02-24', '2022-07-31', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'PAN', '2022-06-05', '2022-07-31', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'AGO', '2022-08-04', '2022-08-07', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'AGO', '2022-08-04', '2022-08-07', -1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2022-09-02', '2022-09-04', 1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2022-09-22', '2022-09-25', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'observer', 'VAT', '2022-09-13', '2022-10-02', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'PAN', '2022-05-16', '2022-10-02', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'PAN', '2022-06-05', '2022-10-02', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'TKM', '2022-08-29', '2022-10-30', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'NZL', '2022-10-05', '2022-11-20', 1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2022-11-14', '2022-11-20', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'CZE', '2022-10-06', '2022-11-27', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'DOM', '2022-12-01', '2022-12-04', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'DOM', '2022-12-01', '2022-12-04', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'JPN', '2022-11-05', '2022-12-04', 1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2022-10-27', '2022-12-04', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'TON', '2022-12-09', '2022-12-11', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'TON', '2022-12-09', '2022-12-11', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'ZWE', '2022-09-12', '2022-12-11', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'DJI', '2022-09-16', '2022-12-18', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'SDN', '2023-01-05', '2023-01-08', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'KEN', '2022-12-02', '2023-01-15', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'MAR', '2022-09-17', '2023-01-15', 1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2023-02-03', '2023-02-05', -1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2023-02-08', '2023-02-12', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'DJI', '2022-07-19', '2023-02-19', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'DJI', '2022-09-16', '2023-02-19', -1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2023-02-03', '2023-02-19', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'KEN', '2022-10-10', '2023-03-12', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'KEN', '2022-12-02', '2023-03-12', -1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2023-04-26', '2023-04-30', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'MUS', '2023-04-10', '2023-05-14', 1);
INSERT INTO public.tally_days VALUES (3, 'organisation', 'endorsed', '', '', '2023-05-15', '2023-06-18', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'CYP', '2023-06-23', '2023-06-25', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'CYP', '2023-06-23', '2023-06-25', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'PHL', '2023-04-09', '2023-07-16', 1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2023-07-21', '2023-07-23', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'ROU', '2023-05-31', '2023-08-06', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'NAM', '2023-07-24', '2023-09-24', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'MLT', '2023-10-14', '2023-10-29', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'NZL', '2023-11-15', '2023-11-19', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'NZL', '2023-11-15', '2023-11-19', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'HRV', '2023-11-27', '2023-12-03', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'HRV', '2023-11-27', '2023-12-03', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'BOL', '2023-11-03', '2023-12-17', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'observer', 'VAT', '2023-09-28', '2024-01-21', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'STP', '2024-01-07', '2024-03-17', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'VCT', '2023-12-12', '2024-03-17', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'SMR', '2024-04-24', '2024-04-28', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'SMR', '2024-04-24', '2024-04-28', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'MMR', '2024-06-03', '2024-06-23', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'ARE', '2024-06-02', '2024-06-30', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'ARE', '2024-04-03', '2024-08-25', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'ARE', '2024-06-02', '2024-08-25', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'HND', '2024-08-28', '2024-10-06', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'MDG', '2024-06-24', '2024-10-06', 1);
INSERT INTO public.tally_days VALUES (3, 'organisation', 'endorsed', '', '', '2024-11-03', '2024-11-03', -1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2024-10-31', '2024-11-03', 1);
INSERT INTO public.tally_days VALUES (3, 'organisation', 'endorsed', '', '', '2024-11-03', '2024-11-17', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'NAM', '2024-11-23', '2024-11-24', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'NAM', '2024-11-23', '2024-11-24', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'SGP', '2024-11-26', '2024-12-01', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'TKM', '2024-12-01', '2024-12-01', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'SGP', '2024-11-26', '2024-12-01', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'TKM', '2024-12-01', '2024-12-01', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'USA', '2024-12-21', '2024-12-29', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'CIV', '2025-01-13', '2025-01-19', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'MAR', '2025-01-26', '2025-01-26', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'MAR', '2025-01-26', '2025-01-26', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'BRN', '2025-03-07', '2025-03-09', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'BRN', '2025-03-07', '2025-03-09', -1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2025-03-16', '2025-03-16', 1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2025-03-27', '2025-03-30', 1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2025-04-05', '2025-04-06', 1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2025-04-06', '2025-04-06', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'NER', '2025-02-20', '2025-04-13', 1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2025-04-07', '2025-04-13', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'THA', '2025-04-24', '2025-04-27', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'THA', '2025-04-24', '2025-04-27', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'LKA', '2025-04-29', '2025-05-04', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'LKA', '2025-04-29', '2025-05-04', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'COG', '2025-04-28', '2025-05-04', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'POL', '2025-04-18', '2025-05-11', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'ZWE', '2025-05-08', '2025-05-11', -1);
INSERT INTO public.tally_days VALUES (4, 'individual', 'endorsed', '', '', '2025-06-02', '2025-06-08', 1);
INSERT INTO public.tally_days VALUES (5, 'parliamentarian', 'endorsed', '', '', '2025-05-21', '2025-06-08', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'URY', '2025-06-22', '2025-06-22', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'JPN', '2025-08-02', '2025-08-03', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'GIN', '2025-08-18', '2025-08-24', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'GIN', '2025-08-18', '2025-08-24', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'MUS', '2025-09-15', '2025-09-21', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'MUS', '2025-09-15', '2025-09-21', -1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2025-10-02', '2025-10-05', -1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2022-10-27', '2025-10-12', -1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2025-10-02', '2025-10-12', 1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2025-10-10', '2025-10-12', 1);
INSERT INTO public.tally_days VALUES (5, 'parliamentarian', 'endorsed', '', '', '2025-10-14', '2025-10-19', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'ROU', '2025-11-13', '2025-11-16', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'ROU', '2025-11-13', '2025-11-16', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'announced', 'member', 'STP', '2025-12-29', '2026-01-04', -1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'STP', '2025-12-29', '2026-01-04', 1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2025-12-18', '2026-01-04', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'MDG', '2026-01-30', '2026-02-01', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'voiced', 'member', 'MDG', '2026-01-30', '2026-02-01', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'BOL', '2026-03-24', '2026-03-29', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'BOL', '2026-03-24', '2026-03-29', 1);
INSERT INTO public.tally_days VALUES (5, 'organisation', 'endorsed', '', '', '2026-04-21', '2026-04-26', -1);
INSERT INTO public.tally_days VALUES (5, 'organisation', 'endorsed', '', '', '2026-04-21', '2026-05-03', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'MUS', '2026-02-24', '2026-05-10', 1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2026-07-30', '2026-08-02', -1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2025-12-18', '2026-08-09', -1);
INSERT INTO public.tally_days VALUES (4, 'organisation', 'endorsed', '', '', '2026-07-30', '2026-08-09', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'TUR', '2026-08-27', '2026-08-30', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'TUR', '2026-08-27', '2026-08-30', -1);
INSERT INTO public.tally_days VALUES (5, 'individual', 'endorsed', '', '', '2026-09-10', '2026-09-13', 1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'MLT', '2026-09-15', '2026-09-20', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'MLT', '2026-09-15', '2026-09-20', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'endorsed', 'member', 'HND', '2026-10-17', '2026-10-18', 1);
INSERT INTO public.tally_days VALUES (1, 'government', 'voiced', 'member', 'HND', '2026-10-17', '2026-10-18', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'announced', 'member', 'MMR', '2026-11-18', '2026-11-20', -1);
INSERT INTO public.tally_days VALUES (2, 'government', 'endorsed', 'member', 'MMR', '2026-11-18', '2026-11-20', 1);
INSERT INTO public.traces VALUES (1, 'x', 'x', '2026-11-20 06:00:00+00');
INSERT INTO public.upgrade_notes VALUES (1, 'x', '2026-11-20 06:00:00+00', 'x', '[]');
INSERT INTO public.veto_classifications VALUES (1, '2006-01', 'Palestine', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2006-01');
INSERT INTO public.veto_classifications VALUES (2, '2006-02', 'Palestine', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2006-02');
INSERT INTO public.veto_classifications VALUES (3, '2007-01', 'Myanmar', 'Center for UN Reform Education', '2017-03', 'inferred', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', 'The text counts 14 vetoes and says “once each”, but names only Bosnia and Herzegovina. Myanmar and Zimbabwe, one veto each since 2005, bring it to 14. No source that names them in this sentence was found.', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2007-01');
INSERT INTO public.veto_classifications VALUES (4, '2008-01', 'Zimbabwe', 'Center for UN Reform Education', '2017-03', 'inferred', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', 'The text counts 14 vetoes and says “once each”, but names only Bosnia and Herzegovina. Myanmar and Zimbabwe, one veto each since 2005, bring it to 14. No source that names them in this sentence was found.', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2008-01');
INSERT INTO public.veto_classifications VALUES (5, '2011-01', 'Palestine', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2011-01');
INSERT INTO public.veto_classifications VALUES (6, '2011-02', 'Syria', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2011-02');
INSERT INTO public.veto_classifications VALUES (7, '2012-01', 'Syria', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2012-01');
INSERT INTO public.veto_classifications VALUES (8, '2012-02', 'Syria', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2012-02');
INSERT INTO public.veto_classifications VALUES (9, '2014-02', 'Syria', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2014-02');
INSERT INTO public.veto_classifications VALUES (10, '2015-01', 'Bosnia and Herzegovina', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2015-01');
INSERT INTO public.veto_classifications VALUES (11, '2016-01', 'Syria', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2016-01');
INSERT INTO public.veto_classifications VALUES (12, '2016-02', 'Syria', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2016-02');
INSERT INTO public.veto_classifications VALUES (13, '2017-01', 'Syria', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', '', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2017-01');
INSERT INTO public.veto_classifications VALUES (14, '2017-02', 'Syria', 'Center for UN Reform Education', '2017-03', 'stated', 'Center for UN Reform Education, "UN Security Council Code of Conduct" (old.centerforunreform.org/?q=node/798); the same sentence stands on cdilaw.org', 'The eighth veto on Syria. It came on 12 April 2017, after the text’s “as of March 2017”: with it the text’s 14 are reached, as of 31 March 2017 the same rule gives 13.', '2026-11-20 06:00:00+00', false, NULL, NULL, 'veto_classifications.csv, 2017-02');
INSERT INTO public.vetoes VALUES ('2006-01', '2006-07-13', 'S/2006/508', 'S/PV.5488', 'draft resolution', 'Middle East situation, including the Palestinian question', 'Israel-Palestine', 'USA', 'USA', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2006-01', '3fe7dc84817c2777e01ebacb1669d4895912b1cdabc30c3db516fc94c10d37a9', NULL);
INSERT INTO public.vetoes VALUES ('2006-02', '2006-11-11', 'S/2006/878', 'S/PV.5565', 'draft resolution', 'Middle East situation, including the Palestinian question', 'Israel-Palestine', 'USA', 'USA', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2006-02', 'c3705f9ae664df6f39a10011d3188ace75ba7555c9e85df62df8ec73337a1a3d', NULL);
INSERT INTO public.vetoes VALUES ('2007-01', '2007-01-12', 'S/2007/14', 'S/PV.5619', 'draft resolution', 'Myanmar', 'Myanmar', 'CHN RUS', 'China Russia', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2007-01', 'aba1eca463d0212934af59b42a2d07a22498bd477a862b258b9e317984ee1b44', NULL);
INSERT INTO public.vetoes VALUES ('2008-01', '2008-07-11', 'S/2008/447', 'S/PV.5933', 'draft resolution', 'Peace and Security - Africa (Zimbabwe)', 'Zimbabwe', 'CHN RUS', 'China Russia', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2008-01', '42ad8daf163ea203080f09f8e704ebc3daca49bb1447734902c79b06308288a8', NULL);
INSERT INTO public.vetoes VALUES ('2011-01', '2011-02-18', 'S/2011/24', 'S/PV.6484', 'draft resolution', 'Middle East situation, including the Palestinian question', 'Israel-Palestine', 'USA', 'USA', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2011-01', '0253e7cfcbcbb29314ee219bae6fca8de6f36eae6cafa230f772e4560eb180a8', NULL);
INSERT INTO public.vetoes VALUES ('2011-02', '2011-10-04', 'S/2011/612', 'S/PV.6627', 'draft resolution', 'Middle East - Syria', 'Syria', 'CHN RUS', 'China Russia', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2011-02', '0703237f32cc76ccef4aa0de748ce8d18aa6467df8ef68a73ca809e15ea79259', NULL);
INSERT INTO public.vetoes VALUES ('2012-01', '2012-02-04', 'S/2012/77', 'S/PV.6711', 'draft resolution', 'Middle East - Syria', 'Syria', 'CHN RUS', 'China Russia', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2012-01', 'd33c0da01cf917c390124c43a2b0b118a584bb5176fcb2f5feb6680ffb561197', NULL);
INSERT INTO public.vetoes VALUES ('2012-02', '2012-07-19', 'S/2012/538', 'S/PV.6810', 'draft resolution', 'Middle East - Syria', 'Syria', 'CHN RUS', 'China Russia', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2012-02', '00144639d3252489e8a1f4bcabb1c6fde369070a44e5c5886a6bc594a5d7acd3', NULL);
INSERT INTO public.vetoes VALUES ('2014-02', '2014-05-22', 'S/2014/348', 'S/PV.7180', 'draft resolution', 'Middle East - Syria', 'Syria', 'CHN RUS', 'China Russia', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2014-02', '9e40cfba5b117c928f2c3c2c092a7e4f6fd8b354983bb08ed674bad1484fd6ba', NULL);
INSERT INTO public.vetoes VALUES ('2015-01', '2015-07-08', 'S/2015/508', 'S/PV.7481', 'draft resolution', 'The situation in Bosnia and Herzegovina', 'Bosnia', 'RUS', 'Russia', 'Draft on the 20th anniversary of Srebrenica', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2015-01', '21b15e7272388c07c7076beb0b4345b45276b7bf5504c04851269a4985a9ea13', NULL);
INSERT INTO public.vetoes VALUES ('2016-01', '2016-10-08', 'S/2016/846', 'S/PV.7785', 'draft resolution', 'Middle East', 'Syria', 'RUS', 'Russia', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2016-01', '1cc847958721933e2fda877ebeced1e84b2c725f221a599a26fd12d8d0a619f2', NULL);
INSERT INTO public.vetoes VALUES ('2016-02', '2016-12-05', 'S/2016/1026', 'S/PV.7825', 'draft resolution', 'Middle East', 'Syria', 'CHN RUS', 'Russia China', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2016-02', 'f98465f610a389df7d6887271eb7897a7458e24bc75022164f0b187ba4f07752', NULL);
INSERT INTO public.vetoes VALUES ('2017-01', '2017-02-28', 'S/2017/172', 'S/PV.7893', 'draft resolution', 'Middle East', 'Syria', 'CHN RUS', 'Russia China', '', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2017-01', 'b2638ab4c8886f635c202041b7063f46717718fbe3fbbfa9bc03a0c07e5ca612', NULL);
INSERT INTO public.vetoes VALUES ('2017-02', '2017-04-12', 'S/2017/315', 'S/PV.7922', 'draft resolution', 'Middle East', 'Syria', 'RUS', 'Russia', 'Counts toward the 14 only if Syria is counted eight times; cast after the source''s "as of March 2017"', 'primary list, scraped', 'UN Dag Hammarskjöld Library Security Council veto list (research.un.org/en/docs/sc/quick/veto) as scraped in GitHub world-politics-datalab/vetoes-un-security-council unsc_vetoes_1946_sept2022.csv (commit 661c5246872143cf)', '2022-09-01', 'veto 2017-02', '2132d5163dc141434eb5f5bb9da79a10580503258a00ac5058f84fa1f9e5c19d', NULL);
SELECT pg_catalog.setval('public.bulks_id_seq', 1, true);
SELECT pg_catalog.setval('public.campaigns_id_seq', 4, true);
SELECT pg_catalog.setval('public.challenges_id_seq', 8, true);
SELECT pg_catalog.setval('public.content_items_id_seq', 1, true);
SELECT pg_catalog.setval('public.content_revisions_id_seq', 1, true);
SELECT pg_catalog.setval('public.convenors_id_seq', 18, true);
SELECT pg_catalog.setval('public.council_revisions_id_seq', 1, true);
SELECT pg_catalog.setval('public.decisions_id_seq', 295, true);
SELECT pg_catalog.setval('public.disownments_id_seq', 1, true);
SELECT pg_catalog.setval('public.documents_id_seq', 24, true);
SELECT pg_catalog.setval('public.endorsements_id_seq', 117, true);
SELECT pg_catalog.setval('public.evidence_id_seq', 68, true);
SELECT pg_catalog.setval('public.import_runs_id_seq', 1, true);
SELECT pg_catalog.setval('public.initiatives_id_seq', 5, true);
SELECT pg_catalog.setval('public.instruments_id_seq', 3, true);
SELECT pg_catalog.setval('public.internal_notes_id_seq', 1, true);
SELECT pg_catalog.setval('public.ledger_events_id_seq', 182, true);
SELECT pg_catalog.setval('public.link_checks_id_seq', 1, true);
SELECT pg_catalog.setval('public.look_alikes_id_seq', 1, true);
SELECT pg_catalog.setval('public.merges_id_seq', 1, true);
SELECT pg_catalog.setval('public.milestones_id_seq', 29, true);
SELECT pg_catalog.setval('public.outbox_id_seq', 1, true);
SELECT pg_catalog.setval('public.passkeys_id_seq', 1, true);
SELECT pg_catalog.setval('public.personal_reads_id_seq', 1, true);
SELECT pg_catalog.setval('public.proposed_changes_id_seq', 42, true);
SELECT pg_catalog.setval('public.proposed_edits_id_seq', 1, true);
SELECT pg_catalog.setval('public.reforms_id_seq', 10, true);
SELECT pg_catalog.setval('public.reported_tallies_id_seq', 52, true);
SELECT pg_catalog.setval('public.roles_id_seq', 1, true);
SELECT pg_catalog.setval('public.saved_filters_id_seq', 1, true);
SELECT pg_catalog.setval('public.staff_browsers_id_seq', 1, true);
SELECT pg_catalog.setval('public.staff_drafts_id_seq', 1, true);
SELECT pg_catalog.setval('public.staff_events_id_seq', 1, true);
SELECT pg_catalog.setval('public.staff_id_seq', 3, true);
SELECT pg_catalog.setval('public.staff_sessions_id_seq', 1, true);
SELECT pg_catalog.setval('public.state_name_periods_id_seq', 9, true);
SELECT pg_catalog.setval('public.state_proposals_id_seq', 1, true);
SELECT pg_catalog.setval('public.statements_id_seq', 1, true);
SELECT pg_catalog.setval('public.superseded_rows_id_seq', 1, true);
SELECT pg_catalog.setval('public.supporter_changes_id_seq', 1, true);
SELECT pg_catalog.setval('public.supporters_id_seq', 256, true);
SELECT pg_catalog.setval('public.sweeps_id_seq', 1, true);
SELECT pg_catalog.setval('public.upgrade_notes_id_seq', 1, true);
SELECT pg_catalog.setval('public.veto_classifications_id_seq', 14, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.bulk_rows
    ADD CONSTRAINT pk_bulk_rows PRIMARY KEY (bulk_id, endorsement_id);
ALTER TABLE ONLY public.bulks
    ADD CONSTRAINT pk_bulks PRIMARY KEY (id);
ALTER TABLE ONLY public.campaigns
    ADD CONSTRAINT pk_campaigns PRIMARY KEY (id);
ALTER TABLE ONLY public.challenges
    ADD CONSTRAINT pk_challenges PRIMARY KEY (id);
ALTER TABLE ONLY public.checkpoints
    ADD CONSTRAINT pk_checkpoints PRIMARY KEY (size);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT pk_claims PRIMARY KEY (endorsement_id);
ALTER TABLE ONLY public.consent_wordings
    ADD CONSTRAINT pk_consent_wordings PRIMARY KEY (purpose, version, language);
ALTER TABLE ONLY public.consents
    ADD CONSTRAINT pk_consents PRIMARY KEY (endorsement_id, purpose);
ALTER TABLE ONLY public.content_items
    ADD CONSTRAINT pk_content_items PRIMARY KEY (id);
ALTER TABLE ONLY public.content_revisions
    ADD CONSTRAINT pk_content_revisions PRIMARY KEY (id);
ALTER TABLE ONLY public.convenors
    ADD CONSTRAINT pk_convenors PRIMARY KEY (id);
ALTER TABLE ONLY public.council_revisions
    ADD CONSTRAINT pk_council_revisions PRIMARY KEY (id);
ALTER TABLE ONLY public.council_seats
    ADD CONSTRAINT pk_council_seats PRIMARY KEY (iso3, year);
ALTER TABLE ONLY public.decision_notes
    ADD CONSTRAINT pk_decision_notes PRIMARY KEY (decision_id);
ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT pk_decisions PRIMARY KEY (id);
ALTER TABLE ONLY public.demonstration_mark
    ADD CONSTRAINT pk_demonstration_mark PRIMARY KEY (id);
ALTER TABLE ONLY public.disownments
    ADD CONSTRAINT pk_disownments PRIMARY KEY (id);
ALTER TABLE ONLY public.documents
    ADD CONSTRAINT pk_documents PRIMARY KEY (id);
ALTER TABLE ONLY public.endorsements
    ADD CONSTRAINT pk_endorsements PRIMARY KEY (id);
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT pk_evidence PRIMARY KEY (id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT pk_handovers PRIMARY KEY (endorsement_id);
ALTER TABLE ONLY public.heartbeats
    ADD CONSTRAINT pk_heartbeats PRIMARY KEY (name);
ALTER TABLE ONLY public.held_files
    ADD CONSTRAINT pk_held_files PRIMARY KEY (instrument_id);
ALTER TABLE ONLY public.import_mappings
    ADD CONSTRAINT pk_import_mappings PRIMARY KEY (headers_digest);
ALTER TABLE ONLY public.import_rows
    ADD CONSTRAINT pk_import_rows PRIMARY KEY (run_id, line);
ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT pk_import_runs PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives
    ADD CONSTRAINT pk_initiatives PRIMARY KEY (id);
ALTER TABLE ONLY public.inspections
    ADD CONSTRAINT pk_inspections PRIMARY KEY (name);
ALTER TABLE ONLY public.instruments
    ADD CONSTRAINT pk_instruments PRIMARY KEY (id);
ALTER TABLE ONLY public.internal_notes
    ADD CONSTRAINT pk_internal_notes PRIMARY KEY (id);
ALTER TABLE ONLY public.ledger_events
    ADD CONSTRAINT pk_ledger_events PRIMARY KEY (id);
ALTER TABLE ONLY public.link_checks
    ADD CONSTRAINT pk_link_checks PRIMARY KEY (id);
ALTER TABLE ONLY public.look_alikes
    ADD CONSTRAINT pk_look_alikes PRIMARY KEY (id);
ALTER TABLE ONLY public.mail_relays
    ADD CONSTRAINT pk_mail_relays PRIMARY KEY (name);
ALTER TABLE ONLY public.manage_links
    ADD CONSTRAINT pk_manage_links PRIMARY KEY (address_digest);
ALTER TABLE ONLY public.merge_rows
    ADD CONSTRAINT pk_merge_rows PRIMARY KEY (merge_id, endorsement_id, what);
ALTER TABLE ONLY public.merges
    ADD CONSTRAINT pk_merges PRIMARY KEY (id);
ALTER TABLE ONLY public.milestones
    ADD CONSTRAINT pk_milestones PRIMARY KEY (id);
ALTER TABLE ONLY public.name_blocks
    ADD CONSTRAINT pk_name_blocks PRIMARY KEY (block, supporter_id);
ALTER TABLE ONLY public.officers
    ADD CONSTRAINT pk_officers PRIMARY KEY (endorsement_id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT pk_outbox PRIMARY KEY (id);
ALTER TABLE ONLY public.own_content
    ADD CONSTRAINT pk_own_content PRIMARY KEY (id);
ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT pk_passkeys PRIMARY KEY (id);
ALTER TABLE ONLY public.personal_reads
    ADD CONSTRAINT pk_personal_reads PRIMARY KEY (id);
ALTER TABLE ONLY public.proposed_changes
    ADD CONSTRAINT pk_proposed_changes PRIMARY KEY (id);
ALTER TABLE ONLY public.proposed_edits
    ADD CONSTRAINT pk_proposed_edits PRIMARY KEY (id);
ALTER TABLE ONLY public.reforms
    ADD CONSTRAINT pk_reforms PRIMARY KEY (id);
ALTER TABLE ONLY public.reported_tallies
    ADD CONSTRAINT pk_reported_tallies PRIMARY KEY (id);
ALTER TABLE ONLY public.roles
    ADD CONSTRAINT pk_roles PRIMARY KEY (id);
ALTER TABLE ONLY public.roles_users
    ADD CONSTRAINT pk_roles_users PRIMARY KEY (user_id, role_id);
ALTER TABLE ONLY public.saved_filters
    ADD CONSTRAINT pk_saved_filters PRIMARY KEY (id);
ALTER TABLE ONLY public.spent_proofs
    ADD CONSTRAINT pk_spent_proofs PRIMARY KEY (mark);
ALTER TABLE ONLY public.staff
    ADD CONSTRAINT pk_staff PRIMARY KEY (id);
ALTER TABLE ONLY public.staff_browsers
    ADD CONSTRAINT pk_staff_browsers PRIMARY KEY (id);
ALTER TABLE ONLY public.staff_digests
    ADD CONSTRAINT pk_staff_digests PRIMARY KEY (staff_id, day);
ALTER TABLE ONLY public.staff_drafts
    ADD CONSTRAINT pk_staff_drafts PRIMARY KEY (id);
ALTER TABLE ONLY public.staff_event_marks
    ADD CONSTRAINT pk_staff_event_marks PRIMARY KEY (event_id);
ALTER TABLE ONLY public.staff_events
    ADD CONSTRAINT pk_staff_events PRIMARY KEY (id);
ALTER TABLE ONLY public.staff_invitations
    ADD CONSTRAINT pk_staff_invitations PRIMARY KEY (staff_id);
ALTER TABLE ONLY public.staff_networks
    ADD CONSTRAINT pk_staff_networks PRIMARY KEY (network);
ALTER TABLE ONLY public.staff_sessions
    ADD CONSTRAINT pk_staff_sessions PRIMARY KEY (id);
ALTER TABLE ONLY public.state_name_periods
    ADD CONSTRAINT pk_state_name_periods PRIMARY KEY (id);
ALTER TABLE ONLY public.state_names
    ADD CONSTRAINT pk_state_names PRIMARY KEY (iso3, language);
ALTER TABLE ONLY public.state_proposals
    ADD CONSTRAINT pk_state_proposals PRIMARY KEY (id);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT pk_statements PRIMARY KEY (id);
ALTER TABLE ONLY public.states
    ADD CONSTRAINT pk_states PRIMARY KEY (iso3);
ALTER TABLE ONLY public.superseded_rows
    ADD CONSTRAINT pk_superseded_rows PRIMARY KEY (id);
ALTER TABLE ONLY public.supporter_changes
    ADD CONSTRAINT pk_supporter_changes PRIMARY KEY (id);
ALTER TABLE ONLY public.supporters
    ADD CONSTRAINT pk_supporters PRIMARY KEY (id);
ALTER TABLE ONLY public.surges
    ADD CONSTRAINT pk_surges PRIMARY KEY (source, name);
ALTER TABLE ONLY public.sweeps
    ADD CONSTRAINT pk_sweeps PRIMARY KEY (id);
ALTER TABLE ONLY public.tally_days
    ADD CONSTRAINT pk_tally_days PRIMARY KEY (initiative_id, kind, grade, membership, state_iso3, effective_on, recorded_on);
ALTER TABLE ONLY public.traces
    ADD CONSTRAINT pk_traces PRIMARY KEY (endorsement_id);
ALTER TABLE ONLY public.upgrade_notes
    ADD CONSTRAINT pk_upgrade_notes PRIMARY KEY (id);
ALTER TABLE ONLY public.veto_classifications
    ADD CONSTRAINT pk_veto_classifications PRIMARY KEY (id);
ALTER TABLE ONLY public.vetoes
    ADD CONSTRAINT pk_vetoes PRIMARY KEY (veto_id);
ALTER TABLE ONLY public.campaigns
    ADD CONSTRAINT uq_campaigns_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.campaigns
    ADD CONSTRAINT uq_campaigns_slug UNIQUE (slug);
ALTER TABLE ONLY public.content_items
    ADD CONSTRAINT uq_content_items_kind_row_id UNIQUE (kind, row_id);
ALTER TABLE ONLY public.convenors
    ADD CONSTRAINT uq_convenors_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.council_seats
    ADD CONSTRAINT uq_council_seats_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.documents
    ADD CONSTRAINT uq_documents_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.initiatives
    ADD CONSTRAINT uq_initiatives_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.initiatives
    ADD CONSTRAINT uq_initiatives_slug UNIQUE (slug);
ALTER TABLE ONLY public.instruments
    ADD CONSTRAINT uq_instruments_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.ledger_events
    ADD CONSTRAINT uq_ledger_events_position UNIQUE ("position");
ALTER TABLE ONLY public.link_checks
    ADD CONSTRAINT uq_link_checks_address UNIQUE (address);
ALTER TABLE ONLY public.look_alikes
    ADD CONSTRAINT uq_look_alikes_a_id_b_id UNIQUE (a_id, b_id);
ALTER TABLE ONLY public.milestones
    ADD CONSTRAINT uq_milestones_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT uq_outbox_message_id UNIQUE (message_id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT uq_outbox_three_a_day UNIQUE (address_digest, day, lane, slot);
ALTER TABLE ONLY public.reforms
    ADD CONSTRAINT uq_reforms_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.reported_tallies
    ADD CONSTRAINT uq_reported_tallies_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.reported_tallies
    ADD CONSTRAINT uq_reported_tallies_tally_id UNIQUE (tally_id);
ALTER TABLE ONLY public.roles
    ADD CONSTRAINT uq_roles_name UNIQUE (name);
ALTER TABLE ONLY public.saved_filters
    ADD CONSTRAINT uq_saved_filters_staff_id_name UNIQUE (staff_id, name);
ALTER TABLE ONLY public.staff_browsers
    ADD CONSTRAINT uq_staff_browsers_token_digest UNIQUE (token_digest);
ALTER TABLE ONLY public.staff
    ADD CONSTRAINT uq_staff_email UNIQUE (email);
ALTER TABLE ONLY public.staff
    ADD CONSTRAINT uq_staff_fs_uniquifier UNIQUE (fs_uniquifier);
ALTER TABLE ONLY public.staff
    ADD CONSTRAINT uq_staff_fs_webauthn_user_handle UNIQUE (fs_webauthn_user_handle);
ALTER TABLE ONLY public.staff_sessions
    ADD CONSTRAINT uq_staff_sessions_token_digest UNIQUE (token_digest);
ALTER TABLE ONLY public.staff
    ADD CONSTRAINT uq_staff_us_phone_number UNIQUE (us_phone_number);
ALTER TABLE ONLY public.staff
    ADD CONSTRAINT uq_staff_username UNIQUE (username);
ALTER TABLE ONLY public.state_name_periods
    ADD CONSTRAINT uq_state_name_periods_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.state_names
    ADD CONSTRAINT uq_state_names_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT uq_statements_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.states
    ADD CONSTRAINT uq_states_iso2 UNIQUE (iso2);
ALTER TABLE ONLY public.states
    ADD CONSTRAINT uq_states_seed_key UNIQUE (seed_key);
ALTER TABLE ONLY public.supporter_changes
    ADD CONSTRAINT uq_supporter_changes_undoes_id UNIQUE (undoes_id);
ALTER TABLE ONLY public.veto_classifications
    ADD CONSTRAINT uq_veto_classifications_id_veto_id_classifier UNIQUE (id, veto_id, classifier);
ALTER TABLE ONLY public.veto_classifications
    ADD CONSTRAINT uq_veto_classifications_supersedes_id UNIQUE (supersedes_id);
ALTER TABLE ONLY public.vetoes
    ADD CONSTRAINT uq_vetoes_seed_key UNIQUE (seed_key);
CREATE INDEX ix_bulks_at_work ON public.bulks USING btree (id) WHERE ((state)::text = ANY ((ARRAY['running'::character varying, 'undoing'::character varying])::text[]));
CREATE INDEX ix_bulks_sweep_id ON public.bulks USING btree (sweep_id);
CREATE INDEX ix_challenges_endorsement_id ON public.challenges USING btree (endorsement_id);
CREATE INDEX ix_challenges_open ON public.challenges USING btree (id) WHERE ((confirmed_at IS NOT NULL) AND (settled_at IS NULL));
CREATE INDEX ix_challenges_unconfirmed ON public.challenges USING btree (submitted_at) WHERE (confirmed_at IS NULL);
CREATE INDEX ix_checkpoints_recorded_at ON public.checkpoints USING btree (recorded_at);
CREATE INDEX ix_claims_staff_id ON public.claims USING btree (staff_id);
CREATE INDEX ix_content_items_parent_id ON public.content_items USING btree (parent_id);
CREATE INDEX ix_content_revisions_item_id ON public.content_revisions USING btree (item_id);
CREATE INDEX ix_convenors_initiative_id ON public.convenors USING btree (initiative_id);
CREATE INDEX ix_council_revisions_year ON public.council_revisions USING btree (year);
CREATE INDEX ix_decisions_actor_kind_decided_at_id ON public.decisions USING btree (actor_kind, decided_at, id);
CREATE INDEX ix_decisions_changes ON public.decisions USING btree (id) WHERE ((action)::text = ANY ((ARRAY['cite'::character varying, 'correct'::character varying, 'invalidate'::character varying, 'lapse'::character varying, 'merge'::character varying, 'redate'::character varying, 'regrade'::character varying, 'reinstate'::character varying, 'restore'::character varying, 'supersede'::character varying, 'suspend'::character varying, 'unmerge'::character varying, 'withdraw'::character varying])::text[]));
CREATE INDEX ix_decisions_decided_at_id_action ON public.decisions USING btree (decided_at, id, action);
CREATE INDEX ix_decisions_endorsement_id ON public.decisions USING btree (endorsement_id);
CREATE INDEX ix_decisions_initiative_id_kind_decided_at_id ON public.decisions USING btree (initiative_id, kind, decided_at, id);
CREATE INDEX ix_decisions_publishes ON public.decisions USING btree (id) WHERE ((action)::text = ANY ((ARRAY['publish'::character varying, 'verify'::character varying])::text[]));
CREATE INDEX ix_decisions_reason_decided_at_id ON public.decisions USING btree (reason, decided_at, id) WHERE (reason IS NOT NULL);
CREATE INDEX ix_decisions_staff_id_decided_at_id ON public.decisions USING btree (staff_id, decided_at, id) WHERE (staff_id IS NOT NULL);
CREATE INDEX ix_disownments_disowned_at ON public.disownments USING btree (disowned_at);
CREATE INDEX ix_disownments_network_disowned_at ON public.disownments USING btree (network, disowned_at);
CREATE INDEX ix_documents_initiative_id ON public.documents USING btree (initiative_id);
CREATE INDEX ix_endorsements_awaiting ON public.endorsements USING btree (initiative_id, id, kind) WHERE ((status)::text = ANY ((ARRAY['approved_once'::character varying, 'in_review'::character varying, 'needs_info'::character varying])::text[]));
CREATE INDEX ix_endorsements_ended ON public.endorsements USING btree (status, kind, status_since) WHERE ((forgotten_at IS NULL) AND ((origin)::text <> 'published_record'::text) AND ((status)::text = ANY ((ARRAY['withdrawn'::character varying, 'rejected'::character varying, 'invalidated'::character varying, 'superseded'::character varying, 'lapsed'::character varying])::text[])));
CREATE INDEX ix_endorsements_listed ON public.endorsements USING btree (initiative_id, kind, id) WHERE ((kind)::text = ANY ((ARRAY['government'::character varying, 'organisation'::character varying, 'parliamentarian'::character varying])::text[]));
CREATE INDEX ix_endorsements_named ON public.endorsements USING btree (initiative_id, kind, effective_on, commitment_salt) WHERE (((status)::text = 'verified'::text) AND be_named AND ((kind)::text = ANY ((ARRAY['individual'::character varying, 'parliamentarian'::character varying])::text[])));
CREATE INDEX ix_endorsements_reviewed ON public.endorsements USING btree (kind, verified_at) WHERE (first_approver_id IS NOT NULL);
CREATE INDEX ix_endorsements_supporter_id ON public.endorsements USING btree (supporter_id);
CREATE INDEX ix_endorsements_unconfirmed ON public.endorsements USING btree (submitted_at) WHERE ((status)::text = 'unconfirmed'::text);
CREATE INDEX ix_endorsements_words ON public.endorsements USING btree (words_released, id) WHERE (((kind)::text = 'individual'::text) AND ((words)::text <> ''::text));
CREATE INDEX ix_evidence_instrument_id ON public.evidence USING btree (instrument_id);
CREATE INDEX ix_handovers_to_id ON public.handovers USING btree (to_id);
CREATE INDEX ix_held_files_network ON public.held_files USING btree (network);
CREATE INDEX ix_import_rows_due ON public.import_rows USING btree (run_id, line) WHERE (((outcome)::text = 'added'::text) AND (endorsement_id IS NULL));
CREATE INDEX ix_import_runs_at_work ON public.import_runs USING btree (id) WHERE ((state)::text = ANY ((ARRAY['appearing'::character varying, 'applying'::character varying, 'cancelling'::character varying, 'reading'::character varying, 'undoing'::character varying])::text[]));
CREATE INDEX ix_internal_notes_endorsement_id ON public.internal_notes USING btree (endorsement_id);
CREATE INDEX ix_ledger_events_endorsement_id ON public.ledger_events USING btree (endorsement_id);
CREATE INDEX ix_ledger_events_named ON public.ledger_events USING btree (initiative_id, kind, effective_on, endorsement_id) WHERE ((kind)::text = ANY ((ARRAY['government'::character varying, 'organisation'::character varying])::text[]));
CREATE INDEX ix_ledger_events_unsequenced ON public.ledger_events USING btree (id) WHERE ("position" IS NULL);
CREATE INDEX ix_link_checks_due_at ON public.link_checks USING btree (due_at);
CREATE INDEX ix_look_alikes_b_id ON public.look_alikes USING btree (b_id);
CREATE INDEX ix_look_alikes_unjudged ON public.look_alikes USING btree (score, id) WHERE (verdict IS NULL);
CREATE INDEX ix_manage_links_made_at ON public.manage_links USING btree (made_at);
CREATE INDEX ix_merge_rows_endorsement_id ON public.merge_rows USING btree (endorsement_id);
CREATE INDEX ix_merges_kept_id ON public.merges USING btree (kept_id);
CREATE INDEX ix_milestones_initiative_id ON public.milestones USING btree (initiative_id);
CREATE INDEX ix_name_blocks_supporter_id ON public.name_blocks USING btree (supporter_id);
CREATE INDEX ix_officers_email_digest ON public.officers USING btree (email_digest);
CREATE INDEX ix_outbox_due ON public.outbox USING btree (due_at) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL));
CREATE INDEX ix_outbox_given_up ON public.outbox USING btree (given_up_at) WHERE (given_up_at IS NOT NULL);
CREATE INDEX ix_outbox_sent_at ON public.outbox USING btree (sent_at);
CREATE UNIQUE INDEX ix_passkeys_credential_id ON public.passkeys USING btree (credential_id);
CREATE INDEX ix_personal_reads_at ON public.personal_reads USING btree (at);
CREATE INDEX ix_personal_reads_endorsement_id_staff_id_at ON public.personal_reads USING btree (endorsement_id, staff_id, at);
CREATE INDEX ix_personal_reads_staff_id_at ON public.personal_reads USING btree (staff_id, at);
CREATE INDEX ix_proposed_changes_endorsement_id ON public.proposed_changes USING btree (endorsement_id);
CREATE INDEX ix_proposed_edits_instrument_id ON public.proposed_edits USING btree (instrument_id);
CREATE INDEX ix_reforms_initiative_id ON public.reforms USING btree (initiative_id);
CREATE INDEX ix_reported_tallies_campaign_id ON public.reported_tallies USING btree (campaign_id);
CREATE INDEX ix_reported_tallies_initiative_id ON public.reported_tallies USING btree (initiative_id);
CREATE INDEX ix_spent_proofs_until ON public.spent_proofs USING btree (until);
CREATE INDEX ix_staff_browsers_last_used_at ON public.staff_browsers USING btree (last_used_at);
CREATE INDEX ix_staff_browsers_staff_id ON public.staff_browsers USING btree (staff_id);
CREATE INDEX ix_staff_drafts_kept_at ON public.staff_drafts USING btree (kept_at);
CREATE INDEX ix_staff_event_marks_at ON public.staff_event_marks USING btree (at);
CREATE INDEX ix_staff_events_at_id ON public.staff_events USING btree (at, id);
CREATE INDEX ix_staff_events_by_id_at_id ON public.staff_events USING btree (by_id, at, id);
CREATE INDEX ix_staff_events_staff_id_at_id ON public.staff_events USING btree (staff_id, at, id);
CREATE INDEX ix_staff_networks_failing_since ON public.staff_networks USING btree (failing_since);
CREATE INDEX ix_staff_sessions_began_at ON public.staff_sessions USING btree (began_at);
CREATE INDEX ix_staff_sessions_staff_id ON public.staff_sessions USING btree (staff_id);
CREATE INDEX ix_state_name_periods_change_id ON public.state_name_periods USING btree (change_id);
CREATE INDEX ix_state_name_periods_iso3 ON public.state_name_periods USING btree (iso3);
CREATE INDEX ix_statements_campaign_id ON public.statements USING btree (campaign_id);
CREATE INDEX ix_statements_initiative_id ON public.statements USING btree (initiative_id);
CREATE INDEX ix_statements_state_iso3 ON public.statements USING btree (state_iso3);
CREATE INDEX ix_superseded_rows_of_table ON public.superseded_rows USING btree (of_table);
CREATE INDEX ix_superseded_rows_recorded_at ON public.superseded_rows USING btree (recorded_at);
CREATE INDEX ix_supporter_changes_former_key ON public.supporter_changes USING btree (former_key) WHERE ((kind)::text = 'renamed'::text);
CREATE INDEX ix_supporter_changes_successor_id ON public.supporter_changes USING btree (successor_id);
CREATE INDEX ix_supporter_changes_supporter_id ON public.supporter_changes USING btree (supporter_id);
CREATE INDEX ix_supporters_claimed_digest ON public.supporters USING btree (claimed_digest) WHERE (claimed_digest IS NOT NULL);
CREATE INDEX ix_supporters_merged ON public.supporters USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX ix_supporters_organisation_name ON public.supporters USING btree (name_key) WHERE ((kind)::text = 'organisation'::text);
CREATE INDEX ix_supporters_to_compare ON public.supporters USING btree (id) WHERE (((kind)::text = 'organisation'::text) AND (compared_at IS NULL));
CREATE INDEX ix_traces_mail_domain_seen_at ON public.traces USING btree (mail_domain, seen_at);
CREATE INDEX ix_traces_network_seen_at ON public.traces USING btree (network, seen_at);
CREATE INDEX ix_traces_seen_at ON public.traces USING btree (seen_at);
CREATE INDEX ix_veto_classifications_veto_id ON public.veto_classifications USING btree (veto_id);
CREATE INDEX ix_vetoes_day ON public.vetoes USING btree (vetoed_on, veto_id);
CREATE INDEX ix_vetoes_situation ON public.vetoes USING btree (situation);
CREATE UNIQUE INDEX uq_bulks_one_step_of_a_sweep ON public.bulks USING btree (sweep_id) WHERE ((state)::text = ANY ((ARRAY['preview'::character varying, 'running'::character varying])::text[]));
CREATE UNIQUE INDEX uq_content_revisions_one_draft ON public.content_revisions USING btree (item_id) WHERE ((state)::text = 'draft'::text);
CREATE UNIQUE INDEX uq_council_revisions_one_draft ON public.council_revisions USING btree (year) WHERE ((state)::text = 'draft'::text);
CREATE UNIQUE INDEX uq_endorsements_counted ON public.endorsements USING btree (initiative_id, supporter_id) WHERE ((status)::text = ANY ((ARRAY['verified'::character varying, 'suspended'::character varying])::text[]));
CREATE UNIQUE INDEX uq_endorsements_individual_pending ON public.endorsements USING btree (initiative_id, supporter_id) WHERE (((kind)::text = 'individual'::text) AND ((status)::text = ANY ((ARRAY['in_review'::character varying, 'needs_info'::character varying])::text[])));
CREATE UNIQUE INDEX uq_endorsements_seed_key ON public.endorsements USING btree (seed_key) WHERE (seed_key IS NOT NULL);
CREATE UNIQUE INDEX uq_evidence_endorsement_id_instrument_id ON public.evidence USING btree (endorsement_id, instrument_id);
CREATE UNIQUE INDEX uq_merges_open ON public.merges USING btree (merged_id) WHERE (undone_at IS NULL);
CREATE UNIQUE INDEX uq_state_proposals_one_open ON public.state_proposals USING btree (supporter_id) WHERE (settled_at IS NULL);
CREATE UNIQUE INDEX uq_superseded_rows_founding ON public.superseded_rows USING btree (of_table) WHERE ((of_table)::text = 'founding'::text);
CREATE UNIQUE INDEX uq_supporters_person_address ON public.supporters USING btree (kind, email_digest) WHERE (email_digest IS NOT NULL);
CREATE UNIQUE INDEX uq_supporters_seed_key ON public.supporters USING btree (seed_key) WHERE (seed_key IS NOT NULL);
CREATE UNIQUE INDEX uq_supporters_state_iso3 ON public.supporters USING btree (state_iso3) WHERE (state_iso3 IS NOT NULL);
CREATE UNIQUE INDEX uq_veto_classifications_first ON public.veto_classifications USING btree (veto_id, classifier) WHERE (supersedes_id IS NULL);
CREATE TRIGGER campaigns_address_stays BEFORE UPDATE OF slug ON public.campaigns FOR EACH ROW EXECUTE FUNCTION public.refuse_campaigns_address_stays();
CREATE TRIGGER checkpoints_grow BEFORE INSERT ON public.checkpoints FOR EACH ROW EXECUTE FUNCTION public.refuse_checkpoints_grow();
CREATE TRIGGER checkpoints_kept BEFORE DELETE ON public.checkpoints FOR EACH ROW EXECUTE FUNCTION public.refuse_checkpoints_kept();
CREATE TRIGGER checkpoints_not_truncated BEFORE TRUNCATE ON public.checkpoints FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER checkpoints_stay BEFORE UPDATE ON public.checkpoints FOR EACH ROW EXECUTE FUNCTION public.refuse_checkpoints_stay();
CREATE TRIGGER content_revisions_figures BEFORE UPDATE ON public.content_revisions FOR EACH ROW EXECUTE FUNCTION public.refuse_content_revisions_figures();
CREATE TRIGGER content_revisions_kept BEFORE DELETE ON public.content_revisions FOR EACH ROW WHEN ((old.id IS NOT NULL)) EXECUTE FUNCTION public.refuse_content_revisions_kept();
CREATE TRIGGER content_revisions_new_figures BEFORE INSERT ON public.content_revisions FOR EACH ROW EXECUTE FUNCTION public.refuse_content_revisions_new_figures();
CREATE TRIGGER content_revisions_not_truncated BEFORE TRUNCATE ON public.content_revisions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER content_revisions_stay BEFORE UPDATE ON public.content_revisions FOR EACH ROW WHEN ((((old.state)::text <> 'draft'::text) OR (new.item_id <> old.item_id))) EXECUTE FUNCTION public.refuse_content_revisions_stay();
CREATE TRIGGER council_revisions_kept BEFORE DELETE ON public.council_revisions FOR EACH ROW WHEN ((old.id IS NOT NULL)) EXECUTE FUNCTION public.refuse_council_revisions_kept();
CREATE TRIGGER council_revisions_new_years BEFORE INSERT ON public.council_revisions FOR EACH ROW EXECUTE FUNCTION public.refuse_council_revisions_new_years();
CREATE TRIGGER council_revisions_not_truncated BEFORE TRUNCATE ON public.council_revisions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER council_revisions_stay BEFORE UPDATE ON public.council_revisions FOR EACH ROW WHEN ((((old.state)::text <> 'draft'::text) OR (new.year <> old.year))) EXECUTE FUNCTION public.refuse_council_revisions_stay();
CREATE TRIGGER council_revisions_years BEFORE UPDATE ON public.council_revisions FOR EACH ROW EXECUTE FUNCTION public.refuse_council_revisions_years();
CREATE TRIGGER council_seats_superseded_delete AFTER DELETE ON public.council_seats FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('iso3', 'year');
CREATE TRIGGER council_seats_superseded_insert AFTER INSERT ON public.council_seats FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('iso3', 'year');
CREATE TRIGGER council_seats_superseded_update AFTER UPDATE ON public.council_seats FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('iso3', 'year');
CREATE TRIGGER decision_notes_stay BEFORE UPDATE ON public.decision_notes FOR EACH ROW EXECUTE FUNCTION public.refuse_decision_notes_stay();
CREATE TRIGGER decisions_appeal_by_another BEFORE INSERT ON public.decisions FOR EACH ROW WHEN (((new.staff_id IS NOT NULL) AND ((new.action)::text = ANY ((ARRAY['approve'::character varying, 'verify'::character varying, 'ask'::character varying, 'reject'::character varying, 'reopen'::character varying, 'erase'::character varying])::text[])))) EXECUTE FUNCTION public.refuse_decisions_appeal_by_another();
CREATE TRIGGER decisions_by_new_reviewer BEFORE INSERT ON public.decisions FOR EACH ROW WHEN (((new.staff_id IS NOT NULL) AND ((new.kind)::text = 'government'::text) AND ((new.action)::text = ANY ((ARRAY['approve'::character varying, 'verify'::character varying])::text[])))) EXECUTE FUNCTION public.refuse_decisions_by_new_reviewer();
CREATE TRIGGER decisions_kept BEFORE DELETE ON public.decisions FOR EACH ROW WHEN (true) EXECUTE FUNCTION public.refuse_decisions_kept();
CREATE TRIGGER decisions_not_truncated BEFORE TRUNCATE ON public.decisions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER decisions_placed BEFORE INSERT ON public.decisions FOR EACH ROW WHEN (((new.initiative_id IS NULL) OR (new.kind IS NULL))) EXECUTE FUNCTION public.refuse_decisions_placed();
CREATE TRIGGER decisions_reopened_by_verifier BEFORE INSERT ON public.decisions FOR EACH ROW WHEN ((((new.action)::text = 'reopen'::text) AND ((new.from_status)::text = 'verified'::text))) EXECUTE FUNCTION public.refuse_decisions_reopened_by_verifier();
CREATE TRIGGER decisions_stay BEFORE UPDATE ON public.decisions FOR EACH ROW WHEN (true) EXECUTE FUNCTION public.refuse_decisions_stay();
CREATE TRIGGER endorsements_amendment_decided BEFORE UPDATE OF grade, effective_on, effective_precision ON public.endorsements FOR EACH ROW WHEN ((((old.status)::text <> 'unconfirmed'::text) OR ((new.kind)::text <> 'individual'::text))) EXECUTE FUNCTION public.refuse_endorsements_amendment_decided();
CREATE TRIGGER endorsements_approvers_stay BEFORE UPDATE OF first_approver_id, second_approver_id ON public.endorsements FOR EACH ROW WHEN ((((old.status)::text = ANY ((ARRAY['verified'::character varying, 'suspended'::character varying, 'withdrawn'::character varying, 'superseded'::character varying, 'lapsed'::character varying, 'invalidated'::character varying, 'erased'::character varying])::text[])) AND ((new.first_approver_id <> old.first_approver_id) OR ((new.first_approver_id IS NULL) <> (old.first_approver_id IS NULL)) OR ((new.second_approver_id <> old.second_approver_id) OR ((new.second_approver_id IS NULL) <> (old.second_approver_id IS NULL)))) AND (NOT (((new.status)::text = 'in_review'::text) AND (new.first_approver_id IS NULL) AND (new.second_approver_id IS NULL))))) EXECUTE FUNCTION public.refuse_endorsements_approvers_stay();
CREATE TRIGGER endorsements_archived_stay BEFORE UPDATE OF status ON public.endorsements FOR EACH ROW EXECUTE FUNCTION public.refuse_endorsements_archived_stay();
CREATE TRIGGER endorsements_begun_in_a_used_grade BEFORE INSERT ON public.endorsements FOR EACH ROW WHEN (((new.grade)::text <> 'endorsed'::text)) EXECUTE FUNCTION public.refuse_endorsements_begun_in_a_used_grade();
CREATE TRIGGER endorsements_born_uncounted BEFORE INSERT ON public.endorsements FOR EACH ROW WHEN (((new.status)::text <> ALL ((ARRAY['unconfirmed'::character varying, 'in_review'::character varying, 'staged'::character varying])::text[]))) EXECUTE FUNCTION public.refuse_endorsements_born_uncounted();
CREATE TRIGGER endorsements_changed_words_unreleased BEFORE UPDATE ON public.endorsements FOR EACH ROW WHEN ((((new.words)::text <> (old.words)::text) AND (new.words_released IS NOT NULL))) EXECUTE FUNCTION public.refuse_endorsements_changed_words_unreleased();
CREATE TRIGGER endorsements_dated_by_two BEFORE UPDATE OF effective_on, effective_precision ON public.endorsements FOR EACH ROW WHEN ((((old.status)::text = ANY ((ARRAY['verified'::character varying, 'suspended'::character varying])::text[])) AND ((new.status)::text = (old.status)::text) AND ((new.kind)::text <> 'government'::text) AND ((new.effective_on <> old.effective_on) OR ((new.effective_on IS NULL) <> (old.effective_on IS NULL)) OR (((new.effective_precision)::text <> (old.effective_precision)::text) OR ((new.effective_precision IS NULL) <> (old.effective_precision IS NULL)))))) EXECUTE FUNCTION public.refuse_endorsements_dated_by_two();
CREATE TRIGGER endorsements_documented BEFORE UPDATE OF status ON public.endorsements FOR EACH ROW WHEN ((((old.status)::text <> 'unconfirmed'::text) OR ((new.kind)::text <> 'individual'::text))) EXECUTE FUNCTION public.refuse_endorsements_documented();
CREATE TRIGGER endorsements_ended_by_two BEFORE UPDATE OF status ON public.endorsements FOR EACH ROW WHEN ((((new.status)::text = ANY ((ARRAY['erased'::character varying, 'withdrawn'::character varying])::text[])) AND ((new.status)::text <> (old.status)::text) AND (old.verified_at IS NOT NULL) AND ((new.kind)::text <> 'government'::text))) EXECUTE FUNCTION public.refuse_endorsements_ended_by_two();
CREATE TRIGGER endorsements_facts_stay BEFORE UPDATE OF verified_at, status_since, ended_on, commitment_salt ON public.endorsements FOR EACH ROW WHEN ((((old.status)::text <> 'unconfirmed'::text) OR ((new.kind)::text <> 'individual'::text))) EXECUTE FUNCTION public.refuse_endorsements_facts_stay();
CREATE TRIGGER endorsements_first_approver_stays BEFORE UPDATE OF first_approver_id ON public.endorsements FOR EACH ROW WHEN ((((old.kind)::text = 'government'::text) AND ((old.status)::text = 'approved_once'::text) AND ((new.status)::text = 'verified'::text) AND ((new.first_approver_id <> old.first_approver_id) OR ((new.first_approver_id IS NULL) <> (old.first_approver_id IS NULL))))) EXECUTE FUNCTION public.refuse_endorsements_first_approver_stays();
CREATE TRIGGER endorsements_forgotten_stay_decided BEFORE UPDATE ON public.endorsements FOR EACH ROW WHEN (((old.forgotten_at IS NOT NULL) AND ((new.kind)::text = ANY ((ARRAY['individual'::character varying, 'parliamentarian'::character varying])::text[])) AND ((new.status)::text <> (old.status)::text) AND ((new.status)::text = 'in_review'::text))) EXECUTE FUNCTION public.refuse_endorsements_forgotten_stay_decided();
CREATE TRIGGER endorsements_government_change_seconded BEFORE UPDATE ON public.endorsements FOR EACH ROW WHEN ((((old.kind)::text = 'government'::text) AND ((old.status)::text = ANY ((ARRAY['verified'::character varying, 'suspended'::character varying])::text[])) AND ((new.status)::text <> 'superseded'::text))) EXECUTE FUNCTION public.refuse_endorsements_government_change_seconded();
CREATE TRIGGER endorsements_identity BEFORE UPDATE OF kind, initiative_id, origin, recorder_id, submitted_at ON public.endorsements FOR EACH ROW WHEN ((((new.kind)::text <> (old.kind)::text) OR ((new.kind IS NULL) <> (old.kind IS NULL)) OR ((new.initiative_id <> old.initiative_id) OR ((new.initiative_id IS NULL) <> (old.initiative_id IS NULL))) OR (((new.origin)::text <> (old.origin)::text) OR ((new.origin IS NULL) <> (old.origin IS NULL))) OR ((new.recorder_id <> old.recorder_id) OR ((new.recorder_id IS NULL) <> (old.recorder_id IS NULL))) OR ((new.submitted_at <> old.submitted_at) OR ((new.submitted_at IS NULL) <> (old.submitted_at IS NULL))))) EXECUTE FUNCTION public.refuse_endorsements_identity();
CREATE TRIGGER endorsements_in_a_used_grade BEFORE UPDATE OF grade ON public.endorsements FOR EACH ROW WHEN (((new.grade)::text <> 'endorsed'::text)) EXECUTE FUNCTION public.refuse_endorsements_in_a_used_grade();
CREATE TRIGGER endorsements_into_a_merged_record BEFORE INSERT ON public.endorsements FOR EACH ROW WHEN ((((new.kind)::text = 'organisation'::text) AND ((new.status)::text = 'verified'::text))) EXECUTE FUNCTION public.refuse_endorsements_into_a_merged_record();
CREATE TRIGGER endorsements_invalidated_by_two BEFORE UPDATE ON public.endorsements FOR EACH ROW WHEN ((((old.status)::text = 'suspended'::text) AND ((new.status)::text = 'invalidated'::text))) EXECUTE FUNCTION public.refuse_endorsements_invalidated_by_two();
CREATE TRIGGER endorsements_kept BEFORE DELETE ON public.endorsements FOR EACH ROW WHEN ((old.verified_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_endorsements_kept();
CREATE TRIGGER endorsements_kind_of_supporter BEFORE INSERT ON public.endorsements FOR EACH ROW EXECUTE FUNCTION public.refuse_endorsements_kind_of_supporter();
CREATE TRIGGER endorsements_lawful_step BEFORE UPDATE OF status ON public.endorsements FOR EACH ROW WHEN (((new.status)::text <> (old.status)::text)) EXECUTE FUNCTION public.refuse_unlawful_step();
CREATE TRIGGER endorsements_not_into_an_archive BEFORE INSERT ON public.endorsements FOR EACH ROW EXECUTE FUNCTION public.refuse_endorsements_not_into_an_archive();
CREATE TRIGGER endorsements_not_truncated BEFORE TRUNCATE ON public.endorsements FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER endorsements_number_stays BEFORE UPDATE OF id ON public.endorsements FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION public.refuse_endorsements_number_stays();
CREATE TRIGGER endorsements_of_a_merged_record BEFORE UPDATE ON public.endorsements FOR EACH ROW WHEN ((((new.kind)::text = 'organisation'::text) AND ((new.status)::text = 'verified'::text) AND ((old.status)::text <> 'verified'::text))) EXECUTE FUNCTION public.refuse_endorsements_of_a_merged_record();
CREATE TRIGGER endorsements_second_recorder BEFORE UPDATE ON public.endorsements FOR EACH ROW WHEN (((new.second_recorder_id IS NOT NULL) OR (old.second_recorder_id IS NOT NULL))) EXECUTE FUNCTION public.refuse_endorsements_second_recorder();
CREATE TRIGGER endorsements_step_decided BEFORE UPDATE OF status ON public.endorsements FOR EACH ROW WHEN ((((old.status)::text <> 'unconfirmed'::text) OR ((new.kind)::text <> 'individual'::text))) EXECUTE FUNCTION public.refuse_endorsements_step_decided();
CREATE TRIGGER endorsements_supporter_stays BEFORE UPDATE OF supporter_id ON public.endorsements FOR EACH ROW WHEN (((new.supporter_id <> old.supporter_id) AND ((old.status)::text <> 'unconfirmed'::text))) EXECUTE FUNCTION public.refuse_endorsements_supporter_stays();
CREATE TRIGGER endorsements_words_begin_unreleased BEFORE INSERT ON public.endorsements FOR EACH ROW WHEN ((new.words_released IS NOT NULL)) EXECUTE FUNCTION public.refuse_endorsements_words_begin_unreleased();
CREATE TRIGGER endorsements_words_released_by_staff BEFORE UPDATE ON public.endorsements FOR EACH ROW WHEN (((new.words_released IS NOT NULL) AND ((new.words_judged_by_id IS NULL) OR (new.words_judged_at IS NULL)))) EXECUTE FUNCTION public.refuse_endorsements_words_released_by_staff();
CREATE TRIGGER evidence_delete_by_two BEFORE DELETE ON public.evidence FOR EACH ROW WHEN (true) EXECUTE FUNCTION public.refuse_evidence_delete_by_two();
CREATE TRIGGER evidence_insert_by_two BEFORE INSERT ON public.evidence FOR EACH ROW WHEN (true) EXECUTE FUNCTION public.refuse_evidence_insert_by_two();
CREATE TRIGGER evidence_last_stays BEFORE DELETE ON public.evidence FOR EACH ROW EXECUTE FUNCTION public.refuse_evidence_last_stays();
CREATE TRIGGER evidence_not_truncated BEFORE TRUNCATE ON public.evidence FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER evidence_stays_put BEFORE UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION public.refuse_evidence_stays_put();
CREATE TRIGGER evidence_update_by_two BEFORE UPDATE ON public.evidence FOR EACH ROW WHEN (true) EXECUTE FUNCTION public.refuse_evidence_update_by_two();
CREATE TRIGGER initiatives_address_stays BEFORE UPDATE OF slug ON public.initiatives FOR EACH ROW EXECUTE FUNCTION public.refuse_initiatives_address_stays();
CREATE TRIGGER instruments_of_governments_by_two BEFORE UPDATE OF type, source, dated, symbol, link, secondary_copy, file_sha256 ON public.instruments FOR EACH ROW WHEN ((((new.type)::text <> (old.type)::text) OR ((new.type IS NULL) <> (old.type IS NULL)) OR ((new.source <> old.source) OR ((new.source IS NULL) <> (old.source IS NULL))) OR (((new.dated)::text <> (old.dated)::text) OR ((new.dated IS NULL) <> (old.dated IS NULL))) OR (((new.symbol)::text <> (old.symbol)::text) OR ((new.symbol IS NULL) <> (old.symbol IS NULL))) OR (((new.link)::text <> (old.link)::text) OR ((new.link IS NULL) <> (old.link IS NULL))) OR ((new.secondary_copy <> old.secondary_copy) OR ((new.secondary_copy IS NULL) <> (old.secondary_copy IS NULL))) OR (((new.file_sha256)::text <> (old.file_sha256)::text) OR ((new.file_sha256 IS NULL) <> (old.file_sha256 IS NULL))))) EXECUTE FUNCTION public.refuse_instruments_of_governments_by_two();
CREATE TRIGGER ledger_events_begin_unsequenced BEFORE INSERT ON public.ledger_events FOR EACH ROW WHEN ((new."position" IS NOT NULL)) EXECUTE FUNCTION public.refuse_ledger_events_begin_unsequenced();
CREATE TRIGGER ledger_events_confirmed BEFORE INSERT ON public.ledger_events FOR EACH ROW WHEN ((((new.kind)::text = 'individual'::text) AND ((new.cause)::text = 'confirm'::text))) EXECUTE FUNCTION public.refuse_ledger_events_confirmed();
CREATE TRIGGER ledger_events_decided BEFORE INSERT ON public.ledger_events FOR EACH ROW WHEN ((NOT (((new.kind)::text = 'individual'::text) AND ((new.cause)::text = 'confirm'::text)))) EXECUTE FUNCTION public.refuse_ledger_events_decided();
CREATE TRIGGER ledger_events_kept BEFORE DELETE ON public.ledger_events FOR EACH ROW WHEN (true) EXECUTE FUNCTION public.refuse_ledger_events_kept();
CREATE TRIGGER ledger_events_not_truncated BEFORE TRUNCATE ON public.ledger_events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER ledger_events_only_sequenced BEFORE UPDATE ON public.ledger_events FOR EACH ROW WHEN (((new.initiative_id <> old.initiative_id) OR ((new.initiative_id IS NULL) <> (old.initiative_id IS NULL)) OR ((new.endorsement_id <> old.endorsement_id) OR ((new.endorsement_id IS NULL) <> (old.endorsement_id IS NULL))) OR (((new.kind)::text <> (old.kind)::text) OR ((new.kind IS NULL) <> (old.kind IS NULL))) OR (((new.grade)::text <> (old.grade)::text) OR ((new.grade IS NULL) <> (old.grade IS NULL))) OR ((new.delta <> old.delta) OR ((new.delta IS NULL) <> (old.delta IS NULL))) OR ((new.effective_on <> old.effective_on) OR ((new.effective_on IS NULL) <> (old.effective_on IS NULL))) OR (((new.effective_precision)::text <> (old.effective_precision)::text) OR ((new.effective_precision IS NULL) <> (old.effective_precision IS NULL))) OR (((new.cause)::text <> (old.cause)::text) OR ((new.cause IS NULL) <> (old.cause IS NULL))) OR (((new.membership)::text <> (old.membership)::text) OR ((new.membership IS NULL) <> (old.membership IS NULL))) OR ((new.supporter_id <> old.supporter_id) OR ((new.supporter_id IS NULL) <> (old.supporter_id IS NULL))) OR (((new.state_iso3)::text <> (old.state_iso3)::text) OR ((new.state_iso3 IS NULL) <> (old.state_iso3 IS NULL))) OR (((new.commitment)::text <> (old.commitment)::text) OR ((new.commitment IS NULL) <> (old.commitment IS NULL))))) EXECUTE FUNCTION public.refuse_ledger_events_only_sequenced();
CREATE TRIGGER ledger_events_stay BEFORE UPDATE ON public.ledger_events FOR EACH ROW WHEN ((old."position" IS NOT NULL)) EXECUTE FUNCTION public.refuse_ledger_events_stay();
CREATE TRIGGER merge_rows_kept BEFORE DELETE ON public.merge_rows FOR EACH ROW EXECUTE FUNCTION public.refuse_merge_rows_kept();
CREATE TRIGGER merge_rows_not_truncated BEFORE TRUNCATE ON public.merge_rows FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER merge_rows_stay BEFORE UPDATE ON public.merge_rows FOR EACH ROW EXECUTE FUNCTION public.refuse_merge_rows_stay();
CREATE TRIGGER merges_kept BEFORE DELETE ON public.merges FOR EACH ROW EXECUTE FUNCTION public.refuse_merges_kept();
CREATE TRIGGER merges_not_truncated BEFORE TRUNCATE ON public.merges FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER merges_stay BEFORE UPDATE ON public.merges FOR EACH ROW EXECUTE FUNCTION public.refuse_merges_stay();
CREATE TRIGGER personal_reads_kept BEFORE DELETE ON public.personal_reads FOR EACH ROW EXECUTE FUNCTION public.refuse_personal_reads_kept();
CREATE TRIGGER personal_reads_stay BEFORE UPDATE ON public.personal_reads FOR EACH ROW EXECUTE FUNCTION public.refuse_personal_reads_stay();
CREATE TRIGGER proposed_changes_insert_by_new_reviewer BEFORE INSERT ON public.proposed_changes FOR EACH ROW WHEN ((new.applied AND (new.seconder_id IS NOT NULL))) EXECUTE FUNCTION public.refuse_proposed_changes_insert_by_new_reviewer();
CREATE TRIGGER proposed_changes_list_by_another BEFORE UPDATE ON public.proposed_changes FOR EACH ROW WHEN (((new.brought_by_id IS NOT NULL) OR (old.brought_by_id IS NOT NULL))) EXECUTE FUNCTION public.refuse_proposed_changes_list_by_another();
CREATE TRIGGER proposed_changes_rest_on_a_text BEFORE INSERT ON public.proposed_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_proposed_changes_rest_on_a_text();
CREATE TRIGGER proposed_changes_update_by_new_reviewer BEFORE UPDATE ON public.proposed_changes FOR EACH ROW WHEN ((new.applied AND (new.seconder_id IS NOT NULL))) EXECUTE FUNCTION public.refuse_proposed_changes_update_by_new_reviewer();
CREATE TRIGGER reported_tallies_superseded_delete AFTER DELETE ON public.reported_tallies FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('tally_id');
CREATE TRIGGER reported_tallies_superseded_insert AFTER INSERT ON public.reported_tallies FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('tally_id');
CREATE TRIGGER reported_tallies_superseded_update AFTER UPDATE ON public.reported_tallies FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('tally_id');
CREATE TRIGGER staff_events_kept BEFORE DELETE ON public.staff_events FOR EACH ROW EXECUTE FUNCTION public.refuse_staff_events_kept();
CREATE TRIGGER staff_events_not_truncated BEFORE TRUNCATE ON public.staff_events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER staff_events_stay BEFORE UPDATE ON public.staff_events FOR EACH ROW EXECUTE FUNCTION public.refuse_staff_events_stay();
CREATE TRIGGER staff_named BEFORE INSERT ON public.staff FOR EACH ROW WHEN ((TRIM(BOTH FROM new.name) = ''::text)) EXECUTE FUNCTION public.refuse_staff_named();
CREATE TRIGGER staff_stay_named BEFORE UPDATE ON public.staff FOR EACH ROW WHEN ((TRIM(BOTH FROM new.name) = ''::text)) EXECUTE FUNCTION public.refuse_staff_stay_named();
CREATE TRIGGER state_name_periods_superseded_delete AFTER DELETE ON public.state_name_periods FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('id');
CREATE TRIGGER state_name_periods_superseded_insert AFTER INSERT ON public.state_name_periods FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('id');
CREATE TRIGGER state_name_periods_superseded_update AFTER UPDATE ON public.state_name_periods FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('id');
CREATE TRIGGER state_names_superseded_delete AFTER DELETE ON public.state_names FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('iso3', 'language');
CREATE TRIGGER state_names_superseded_insert AFTER INSERT ON public.state_names FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('iso3', 'language');
CREATE TRIGGER state_names_superseded_update AFTER UPDATE ON public.state_names FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('iso3', 'language');
CREATE TRIGGER state_proposals_stay BEFORE UPDATE ON public.state_proposals FOR EACH ROW EXECUTE FUNCTION public.refuse_state_proposals_stay();
CREATE TRIGGER states_superseded_delete AFTER DELETE ON public.states FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('iso3');
CREATE TRIGGER states_superseded_insert AFTER INSERT ON public.states FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('iso3');
CREATE TRIGGER states_superseded_update AFTER UPDATE ON public.states FOR EACH ROW EXECUTE FUNCTION public.keep_superseded('iso3');
CREATE TRIGGER superseded_rows_kept BEFORE DELETE ON public.superseded_rows FOR EACH ROW EXECUTE FUNCTION public.refuse_superseded_rows_kept();
CREATE TRIGGER superseded_rows_stay BEFORE UPDATE ON public.superseded_rows FOR EACH ROW EXECUTE FUNCTION public.refuse_superseded_rows_stay();
CREATE TRIGGER supporter_changes_end_once BEFORE INSERT ON public.supporter_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_supporter_changes_end_once();
CREATE TRIGGER supporter_changes_fit BEFORE INSERT ON public.supporter_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_supporter_changes_fit();
CREATE TRIGGER supporter_changes_kept BEFORE DELETE ON public.supporter_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_supporter_changes_kept();
CREATE TRIGGER supporter_changes_not_truncated BEFORE TRUNCATE ON public.supporter_changes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER supporter_changes_of_states BEFORE INSERT ON public.supporter_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_supporter_changes_of_states();
CREATE TRIGGER supporter_changes_stay BEFORE UPDATE ON public.supporter_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_supporter_changes_stay();
CREATE TRIGGER supporter_changes_undo BEFORE INSERT ON public.supporter_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_supporter_changes_undo();
CREATE TRIGGER supporters_identity BEFORE UPDATE OF kind, state_iso3 ON public.supporters FOR EACH ROW WHEN ((((new.kind)::text <> (old.kind)::text) OR ((new.kind IS NULL) <> (old.kind IS NULL)) OR (((new.state_iso3)::text <> (old.state_iso3)::text) OR ((new.state_iso3 IS NULL) <> (old.state_iso3 IS NULL))))) EXECUTE FUNCTION public.refuse_supporters_identity();
CREATE TRIGGER supporters_merged_record BEFORE UPDATE ON public.supporters FOR EACH ROW EXECUTE FUNCTION public.refuse_supporters_merged_record();
CREATE TRIGGER veto_classifications_kept BEFORE DELETE ON public.veto_classifications FOR EACH ROW EXECUTE FUNCTION public.refuse_veto_classifications_kept();
CREATE TRIGGER veto_classifications_not_truncated BEFORE TRUNCATE ON public.veto_classifications FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_truncation();
CREATE TRIGGER veto_classifications_stay BEFORE UPDATE ON public.veto_classifications FOR EACH ROW EXECUTE FUNCTION public.refuse_veto_classifications_stay();
ALTER TABLE ONLY public.bulk_rows
    ADD CONSTRAINT fk_bulk_rows_bulk_id_bulks FOREIGN KEY (bulk_id) REFERENCES public.bulks(id);
ALTER TABLE ONLY public.bulk_rows
    ADD CONSTRAINT fk_bulk_rows_decision_id_decisions FOREIGN KEY (decision_id) REFERENCES public.decisions(id);
ALTER TABLE ONLY public.bulk_rows
    ADD CONSTRAINT fk_bulk_rows_endorsement_id_endorsements FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.bulk_rows
    ADD CONSTRAINT fk_bulk_rows_undo_id_decisions FOREIGN KEY (undo_id) REFERENCES public.decisions(id);
ALTER TABLE ONLY public.bulks
    ADD CONSTRAINT fk_bulks_seconded_by_id FOREIGN KEY (seconded_by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.bulks
    ADD CONSTRAINT fk_bulks_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.bulks
    ADD CONSTRAINT fk_bulks_sweep_id_sweeps FOREIGN KEY (sweep_id) REFERENCES public.sweeps(id);
ALTER TABLE ONLY public.bulks
    ADD CONSTRAINT fk_bulks_undone_by_id_staff FOREIGN KEY (undone_by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.challenges
    ADD CONSTRAINT fk_challenges_endorsement_id_endorsements FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.challenges
    ADD CONSTRAINT fk_challenges_settled_by_id_staff FOREIGN KEY (settled_by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT fk_claims_endorsement_id_endorsements FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT fk_claims_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.consents
    ADD CONSTRAINT fk_consents_endorsement_id FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.content_items
    ADD CONSTRAINT fk_content_items_parent_id_content_items FOREIGN KEY (parent_id) REFERENCES public.content_items(id);
ALTER TABLE ONLY public.content_revisions
    ADD CONSTRAINT fk_content_revisions_editor_id_staff FOREIGN KEY (editor_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.content_revisions
    ADD CONSTRAINT fk_content_revisions_item_id_content_items FOREIGN KEY (item_id) REFERENCES public.content_items(id);
ALTER TABLE ONLY public.convenors
    ADD CONSTRAINT fk_convenors_initiative_id FOREIGN KEY (initiative_id) REFERENCES public.initiatives(id);
ALTER TABLE ONLY public.council_revisions
    ADD CONSTRAINT fk_council_revisions_editor_id_staff FOREIGN KEY (editor_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.council_seats
    ADD CONSTRAINT fk_council_seats_iso3 FOREIGN KEY (iso3) REFERENCES public.states(iso3);
ALTER TABLE ONLY public.decision_notes
    ADD CONSTRAINT fk_decision_notes_decision_id FOREIGN KEY (decision_id) REFERENCES public.decisions(id);
ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT fk_decisions_endorsement_id FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT fk_decisions_staff_id FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.documents
    ADD CONSTRAINT fk_documents_initiative_id FOREIGN KEY (initiative_id) REFERENCES public.initiatives(id);
ALTER TABLE ONLY public.endorsements
    ADD CONSTRAINT fk_endorsements_change_id FOREIGN KEY (change_id) REFERENCES public.proposed_changes(id);
ALTER TABLE ONLY public.endorsements
    ADD CONSTRAINT fk_endorsements_first_approver_id FOREIGN KEY (first_approver_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.endorsements
    ADD CONSTRAINT fk_endorsements_initiative_id FOREIGN KEY (initiative_id) REFERENCES public.initiatives(id);
ALTER TABLE ONLY public.endorsements
    ADD CONSTRAINT fk_endorsements_recorder_id FOREIGN KEY (recorder_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.endorsements
    ADD CONSTRAINT fk_endorsements_second_approver_id FOREIGN KEY (second_approver_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.endorsements
    ADD CONSTRAINT fk_endorsements_second_recorder_id FOREIGN KEY (second_recorder_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.endorsements
    ADD CONSTRAINT fk_endorsements_superseded_by_id FOREIGN KEY (superseded_by_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.endorsements
    ADD CONSTRAINT fk_endorsements_supporter_id FOREIGN KEY (supporter_id) REFERENCES public.supporters(id);
ALTER TABLE ONLY public.endorsements
    ADD CONSTRAINT fk_endorsements_words_judged_by_id FOREIGN KEY (words_judged_by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_endorsement_id FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_instrument_id FOREIGN KEY (instrument_id) REFERENCES public.instruments(id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_by_id_staff FOREIGN KEY (by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_endorsement_id_endorsements FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_to_id_staff FOREIGN KEY (to_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.held_files
    ADD CONSTRAINT fk_held_files_instrument_id FOREIGN KEY (instrument_id) REFERENCES public.instruments(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.import_rows
    ADD CONSTRAINT fk_import_rows_endorsement_id_endorsements FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.import_rows
    ADD CONSTRAINT fk_import_rows_run_id_import_runs FOREIGN KEY (run_id) REFERENCES public.import_runs(id);
ALTER TABLE ONLY public.import_rows
    ADD CONSTRAINT fk_import_rows_standing_id_endorsements FOREIGN KEY (standing_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.import_rows
    ADD CONSTRAINT fk_import_rows_supporter_id_supporters FOREIGN KEY (supporter_id) REFERENCES public.supporters(id);
ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT fk_import_runs_applied_by_id FOREIGN KEY (applied_by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT fk_import_runs_initiative_id_initiatives FOREIGN KEY (initiative_id) REFERENCES public.initiatives(id);
ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT fk_import_runs_instrument_id_instruments FOREIGN KEY (instrument_id) REFERENCES public.instruments(id);
ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT fk_import_runs_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT fk_import_runs_undone_by_id_staff FOREIGN KEY (undone_by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.initiatives
    ADD CONSTRAINT fk_initiatives_campaign_id FOREIGN KEY (campaign_id) REFERENCES public.campaigns(id);
ALTER TABLE ONLY public.instruments
    ADD CONSTRAINT fk_instruments_last_checked_by_id FOREIGN KEY (last_checked_by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.internal_notes
    ADD CONSTRAINT fk_internal_notes_endorsement_id FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.internal_notes
    ADD CONSTRAINT fk_internal_notes_staff_id FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.ledger_events
    ADD CONSTRAINT fk_ledger_events_endorsement_id FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.ledger_events
    ADD CONSTRAINT fk_ledger_events_initiative_id FOREIGN KEY (initiative_id) REFERENCES public.initiatives(id);
ALTER TABLE ONLY public.ledger_events
    ADD CONSTRAINT fk_ledger_events_state_iso3 FOREIGN KEY (state_iso3) REFERENCES public.states(iso3);
ALTER TABLE ONLY public.ledger_events
    ADD CONSTRAINT fk_ledger_events_supporter_id FOREIGN KEY (supporter_id) REFERENCES public.supporters(id);
ALTER TABLE ONLY public.look_alikes
    ADD CONSTRAINT fk_look_alikes_a_id_supporters FOREIGN KEY (a_id) REFERENCES public.supporters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.look_alikes
    ADD CONSTRAINT fk_look_alikes_b_id_supporters FOREIGN KEY (b_id) REFERENCES public.supporters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.look_alikes
    ADD CONSTRAINT fk_look_alikes_judged_by_id_staff FOREIGN KEY (judged_by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.merge_rows
    ADD CONSTRAINT fk_merge_rows_endorsement_id_endorsements FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.merge_rows
    ADD CONSTRAINT fk_merge_rows_merge_id_merges FOREIGN KEY (merge_id) REFERENCES public.merges(id);
ALTER TABLE ONLY public.merges
    ADD CONSTRAINT fk_merges_kept_id_supporters FOREIGN KEY (kept_id) REFERENCES public.supporters(id);
ALTER TABLE ONLY public.merges
    ADD CONSTRAINT fk_merges_merged_id_supporters FOREIGN KEY (merged_id) REFERENCES public.supporters(id);
ALTER TABLE ONLY public.merges
    ADD CONSTRAINT fk_merges_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.merges
    ADD CONSTRAINT fk_merges_undone_by_id_staff FOREIGN KEY (undone_by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.milestones
    ADD CONSTRAINT fk_milestones_initiative_id FOREIGN KEY (initiative_id) REFERENCES public.initiatives(id);
ALTER TABLE ONLY public.name_blocks
    ADD CONSTRAINT fk_name_blocks_supporter_id_supporters FOREIGN KEY (supporter_id) REFERENCES public.supporters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.officers
    ADD CONSTRAINT fk_officers_endorsement_id FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT fk_passkeys_user_id FOREIGN KEY (user_id) REFERENCES public.staff(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.personal_reads
    ADD CONSTRAINT fk_personal_reads_endorsement_id_endorsements FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.personal_reads
    ADD CONSTRAINT fk_personal_reads_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.proposed_changes
    ADD CONSTRAINT fk_proposed_changes_brought_by_id FOREIGN KEY (brought_by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.proposed_changes
    ADD CONSTRAINT fk_proposed_changes_endorsement_id FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.proposed_changes
    ADD CONSTRAINT fk_proposed_changes_proposer_id FOREIGN KEY (proposer_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.proposed_changes
    ADD CONSTRAINT fk_proposed_changes_seconder_id FOREIGN KEY (seconder_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.proposed_edits
    ADD CONSTRAINT fk_proposed_edits_instrument_id FOREIGN KEY (instrument_id) REFERENCES public.instruments(id);
ALTER TABLE ONLY public.proposed_edits
    ADD CONSTRAINT fk_proposed_edits_proposer_id FOREIGN KEY (proposer_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.proposed_edits
    ADD CONSTRAINT fk_proposed_edits_seconder_id FOREIGN KEY (seconder_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.reforms
    ADD CONSTRAINT fk_reforms_initiative_id FOREIGN KEY (initiative_id) REFERENCES public.initiatives(id);
ALTER TABLE ONLY public.reported_tallies
    ADD CONSTRAINT fk_reported_tallies_campaign_id FOREIGN KEY (campaign_id) REFERENCES public.campaigns(id);
ALTER TABLE ONLY public.reported_tallies
    ADD CONSTRAINT fk_reported_tallies_initiative_id FOREIGN KEY (initiative_id) REFERENCES public.initiatives(id);
ALTER TABLE ONLY public.roles_users
    ADD CONSTRAINT fk_roles_users_role_id FOREIGN KEY (role_id) REFERENCES public.roles(id);
ALTER TABLE ONLY public.roles_users
    ADD CONSTRAINT fk_roles_users_user_id FOREIGN KEY (user_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.saved_filters
    ADD CONSTRAINT fk_saved_filters_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.staff_browsers
    ADD CONSTRAINT fk_staff_browsers_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.staff_digests
    ADD CONSTRAINT fk_staff_digests_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.staff_drafts
    ADD CONSTRAINT fk_staff_drafts_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.staff_event_marks
    ADD CONSTRAINT fk_staff_event_marks_event_id_staff_events FOREIGN KEY (event_id) REFERENCES public.staff_events(id);
ALTER TABLE ONLY public.staff_events
    ADD CONSTRAINT fk_staff_events_by_id_staff FOREIGN KEY (by_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.staff_events
    ADD CONSTRAINT fk_staff_events_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.staff_invitations
    ADD CONSTRAINT fk_staff_invitations_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.staff_sessions
    ADD CONSTRAINT fk_staff_sessions_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.state_name_periods
    ADD CONSTRAINT fk_state_name_periods_change_id FOREIGN KEY (change_id) REFERENCES public.supporter_changes(id);
ALTER TABLE ONLY public.state_name_periods
    ADD CONSTRAINT fk_state_name_periods_iso3 FOREIGN KEY (iso3) REFERENCES public.states(iso3);
ALTER TABLE ONLY public.state_names
    ADD CONSTRAINT fk_state_names_iso3 FOREIGN KEY (iso3) REFERENCES public.states(iso3);
ALTER TABLE ONLY public.state_proposals
    ADD CONSTRAINT fk_state_proposals_proposer_id_staff FOREIGN KEY (proposer_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.state_proposals
    ADD CONSTRAINT fk_state_proposals_seconder_id_staff FOREIGN KEY (seconder_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.state_proposals
    ADD CONSTRAINT fk_state_proposals_supporter_id_supporters FOREIGN KEY (supporter_id) REFERENCES public.supporters(id);
ALTER TABLE ONLY public.state_proposals
    ADD CONSTRAINT fk_state_proposals_undoes_id_supporter_changes FOREIGN KEY (undoes_id) REFERENCES public.supporter_changes(id);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT fk_statements_campaign_id FOREIGN KEY (campaign_id) REFERENCES public.campaigns(id);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT fk_statements_initiative_id FOREIGN KEY (initiative_id) REFERENCES public.initiatives(id);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT fk_statements_state_iso3 FOREIGN KEY (state_iso3) REFERENCES public.states(iso3);
ALTER TABLE ONLY public.supporter_changes
    ADD CONSTRAINT fk_supporter_changes_staff_id FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.supporter_changes
    ADD CONSTRAINT fk_supporter_changes_successor_id FOREIGN KEY (successor_id) REFERENCES public.supporters(id);
ALTER TABLE ONLY public.supporter_changes
    ADD CONSTRAINT fk_supporter_changes_supporter_id FOREIGN KEY (supporter_id) REFERENCES public.supporters(id);
ALTER TABLE ONLY public.supporter_changes
    ADD CONSTRAINT fk_supporter_changes_undoes_id FOREIGN KEY (undoes_id) REFERENCES public.supporter_changes(id);
ALTER TABLE ONLY public.supporters
    ADD CONSTRAINT fk_supporters_merged_into_id_supporters FOREIGN KEY (merged_into_id) REFERENCES public.supporters(id);
ALTER TABLE ONLY public.supporters
    ADD CONSTRAINT fk_supporters_state_iso3 FOREIGN KEY (state_iso3) REFERENCES public.states(iso3);
ALTER TABLE ONLY public.sweeps
    ADD CONSTRAINT fk_sweeps_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.tally_days
    ADD CONSTRAINT fk_tally_days_initiative_id FOREIGN KEY (initiative_id) REFERENCES public.initiatives(id);
ALTER TABLE ONLY public.traces
    ADD CONSTRAINT fk_traces_endorsement_id_endorsements FOREIGN KEY (endorsement_id) REFERENCES public.endorsements(id);
ALTER TABLE ONLY public.veto_classifications
    ADD CONSTRAINT fk_veto_classifications_same_text_and_classifier FOREIGN KEY (supersedes_id, veto_id, classifier) REFERENCES public.veto_classifications(id, veto_id, classifier);
ALTER TABLE ONLY public.veto_classifications
    ADD CONSTRAINT fk_veto_classifications_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);
ALTER TABLE ONLY public.veto_classifications
    ADD CONSTRAINT fk_veto_classifications_veto_id_vetoes FOREIGN KEY (veto_id) REFERENCES public.vetoes(veto_id);
ALTER TABLE ONLY public.proposed_changes
    ADD CONSTRAINT proposed_changes_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES public.instruments(id);
ALTER TABLE ONLY public.supporter_changes
    ADD CONSTRAINT supporter_changes_seconder_id_fkey FOREIGN KEY (seconder_id) REFERENCES public.staff(id);
