create schema campaigns;

-- A community seeking a clearly defined change in how data is collected, used or governed.
create table campaigns.campaign (
	id        uuid primary key default gen_random_uuid(),
	slug      text not null constraint one_address_one_campaign unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	name      text not null check (length(name) <= 400),
	community text not null,
	change    text not null,
	data      text not null,
	kind      text check (kind in ('access', 'definition', 'protection', 'governance', 'counterdata')),
	care      text not null default 'usual' check (care in ('usual', 'high', 'extreme')),
	share     text not null default 'private' check (share in ('private', 'cohort', 'public')),
	begun_at  timestamptz not null,
	place     uuid constraint one_place_one_campaign unique,
	cohort    uuid,
	edition   integer not null default 1,
	check (share <> 'cohort' or cohort is not null),
	check ((place is null) or (cohort is not null))
);
create index campaign_by_cohort on campaigns.campaign (cohort);
comment on column campaigns.campaign.place is 'The accepted place of a programme with which it began. Null: it stands alone.';
comment on column campaigns.campaign.cohort is 'The call whose cohort it belongs to. Null: it stands alone.';
comment on column campaigns.campaign.care is 'How sensitive it is. Extreme: who takes part is seen by its coordinators alone.';
comment on column campaigns.campaign.share is 'The widest circle that may see anything of it.';

-- What it was called before: campaigns do change their name. Its old address still leads to it.
create table campaigns.former_name (
	campaign uuid not null references campaigns.campaign on delete cascade,
	slug     text not null,
	name     text not null,
	is_said  boolean not null,
	until    timestamptz not null,
	by       uuid,
	primary key (campaign, until)
);
create index former_name_by_slug on campaigns.former_name (slug);
comment on column campaigns.former_name.is_said is 'Whether readers are told of it. Otherwise whoever comes by the old address learns the new name, and nobody else the old one.';

-- Who takes part, by invitation, until somebody or a date ends it.
create table campaigns.member (
	id          uuid primary key default gen_random_uuid(),
	campaign    uuid not null references campaigns.campaign on delete cascade,
	person      uuid not null,
	part        text not null check (part in ('coordinator', 'steward', 'member', 'guest')),
	called      text not null check (length(called) between 1 and 320),
	until       timestamptz,
	invited_at  timestamptz not null,
	invited_by  uuid,
	accepted_at timestamptz,
	declined_at timestamptz,
	ended_at    timestamptz,
	ended_by    uuid,
	check (part <> 'guest' or until is not null),
	check (accepted_at is null or declined_at is null)
);
create unique index one_membership_a_person on campaigns.member (campaign, person) where ended_at is null;
create index member_by_person on campaigns.member (person);
comment on column campaigns.member.invited_by is 'Null: the campaign began with their application.';
comment on column campaigns.member.called is 'What whoever asked them calls them. Until they say yes nobody is told the name on their account, nor whether they have one.';
comment on column campaigns.member.until is 'From then on they are no member any more. A guest always has one.';

-- Whoever led the application, where we have no address to invite them by: somebody who works for the host asks them.
create table campaigns.uninvited (
	campaign uuid primary key references campaigns.campaign on delete cascade,
	name     text not null,
	locale   text not null
);
