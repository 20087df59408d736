export type { Area, Side } from './checks/area.js';
export type { Check, CheckId, Level, Severity } from './checks/check.js';
export { checks } from './checks/index.js';
export type { Evidence, Verdict } from './checks/verdict.js';
export { diagnose } from './diagnose.js';
export type { InspectEvent } from './events.js';
export type { Destination } from './facts/destination.js';
export type { DnsLookup, DnsType } from './facts/dns.js';
export type { Facts, Overrides } from './facts/facts.js';
export type { Failure } from './facts/failure.js';
export type { HttpLook } from './facts/http.js';
export type { Observation } from './facts/observation.js';
export { FactsError, parseFacts } from './facts/parse.js';
export { type InspectOptions, inspect } from './inspect.js';
export { type NetOptions, openNet, type Route, type RoutedTo } from './net/live.js';
export type { HttpQuestion, Net, NetSetting } from './net/net.js';
export { loadTrustStore, type TrustStore, TrustStoreError, type TrustStoreOptions } from './net/trust.js';
export { type RendererName, renderers } from './render/index.js';
export type { Renderer } from './render/renderer.js';
export { safeText } from './render/safe-text.js';
export type { TextOptions } from './render/text/page.js';
export { type ExitCode, exitCode, type FailOn, worstExitCode } from './report/exit-code.js';
export type {
  ClientReport,
  Counts,
  DestinationReport,
  FederationReport,
  Finding,
  Outcome,
  Report,
  ReportedServerName,
  SettingReport,
  SigningKeysReport,
  SrvReport,
  SupportReport,
  TlsReport,
  WellKnownReport,
} from './report/report.js';
export type { Selection } from './report/selection.js';
export { TOOL, VERSION } from './version.js';
