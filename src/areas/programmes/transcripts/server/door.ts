// What the door gives of transcripts.
export { showTranscript, writeTranscript } from './transcripts.ts';
