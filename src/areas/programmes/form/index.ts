export { formFaults } from './faults.ts';
export { needs, type Need } from './keeping.ts';
export { inSetting, lists, type ListName, type Setting } from './setting.ts';
