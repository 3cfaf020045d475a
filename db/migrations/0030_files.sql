create schema files;

-- One file that somebody handed in. Its bytes lie in the store under their SHA-256; the same bytes twice lie there once.
create table files.file (
	id         uuid primary key default gen_random_uuid(),
	sha256     text check (sha256 ~ '^[0-9a-f]{64}$'),
	size       bigint not null check (size > 0),
	kind       text not null,
	name       text check (length(name) between 1 and 200),
	owner_kind text not null,
	owner_id   text not null,
	stored_at  timestamptz not null,
	purged_at  timestamptz,
	constraint purged_files_keep_no_name_and_no_bytes
		check (case when purged_at is null then num_nonnulls(sha256, name) = 2 else num_nonnulls(sha256, name) = 0 end)
);
create index file_of_owner on files.file (owner_kind, owner_id, stored_at, id);
create index file_with_bytes on files.file (sha256) where sha256 is not null;
comment on column files.file.purged_at is 'When the bytes and the name were deleted; the husk stays for the counts.';
