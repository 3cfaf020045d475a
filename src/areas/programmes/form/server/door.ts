export {
	publishForm,
	reviseForm,
	showForm,
	showFormVersion,
	type FormView,
	type VersionView
} from './forms.ts';
export { goOverToNewForm, showNewForm, stayWithForm, type NewFormView } from './going-over.ts';
