export { paragraphsOf, saidIn, type Said, type Wording, type Wordings } from './host.ts';
