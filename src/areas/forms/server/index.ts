export {
	beginForm,
	editForm,
	findForm,
	latestVersion,
	listVersions,
	publishForm,
	reviseForm,
	versionOf,
	type Revision
} from './forms.ts';
export type { DraftForm, FormVersion, VersionLine } from './form.sql.ts';
