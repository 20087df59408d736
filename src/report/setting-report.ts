import type { Setting } from '../facts/facts.js';
import type { SettingReport } from './report.js';

export const settingReport = (setting: Setting): SettingReport => ({
  resolvers: setting.resolvers,
  trustStore: setting.trustStore.sources,
  resolve: setting.overrides.resolve,
  connectTo: setting.overrides.connectTo,
  timeoutMs: setting.timeoutMs,
  timedOut: setting.timedOut,
  interrupted: setting.interrupted,
  allowPrivate: setting.allowPrivate,
  publicOnly: setting.publicOnly,
});
