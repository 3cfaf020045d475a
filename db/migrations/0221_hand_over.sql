-- Who leads an application changes in the open only: offered by whoever leads it, or asked for by one of the others.
create table programmes.hand_over (
	id         uuid primary key default gen_random_uuid(),
	expression uuid not null references programmes.expression on delete cascade,
	person     uuid not null references programmes.co_applicant on delete cascade,
	asked      boolean not null,
	lead_then  text check (lead_then in ('edit', 'view', 'go')),
	began_at   timestamptz not null,
	ends_at    timestamptz not null,
	ended_at   timestamptz,
	ended_how  text check (ended_how in ('accepted', 'refused', 'taken-back', 'over', 'decided-yes', 'decided-no')),
	why        text check (length(why) between 1 and 2000),
	decided_by uuid,
	check (ends_at > began_at),
	check ((ended_at is null) = (ended_how is null)),
	constraint whoever_offers_says_what_becomes_of_them check (asked or lead_then is not null),
	constraint staff_decide_on_what_was_asked_and_say_why check (
		(coalesce(ended_how, '') like 'decided-%') = (why is not null and decided_by is not null)
		and (asked or coalesce(ended_how, '') not like 'decided-%'))
);
create unique index one_hand_over_at_a_time on programmes.hand_over (expression) where ended_at is null;
create index hand_over_by_expression on programmes.hand_over (expression, began_at);
create index hand_over_by_person on programmes.hand_over (person);
create index hand_over_for_staff on programmes.hand_over (ends_at) where asked and ended_at is null;
comment on column programmes.hand_over.person is 'Who would lead it.';
comment on column programmes.hand_over.asked is 'They asked. False: the lead offered it.';
comment on column programmes.hand_over.ends_at is 'Until when an offer can be accepted, or the lead can say no before staff decide.';
comment on column programmes.hand_over.why is 'Why staff decided as they did.';

-- An address is shown to whoever wrote it down, and not to whoever leads after them.
alter table programmes.co_applicant add column invited_by uuid references programmes.co_applicant on delete set null;
create index co_applicant_by_inviter on programmes.co_applicant (invited_by);
