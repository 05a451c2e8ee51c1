// What the project's dashboards are made of, by Grafana's own types: a board, and panels by their "type".
import type { Dashboard, FieldConfig, FieldConfigSource, Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Dataquery } from "@grafana/grafana-foundation-sdk/prometheus";
import type { Options as BarGauge } from "@grafana/grafana-foundation-sdk/bargauge";
import type { Options as Stat } from "@grafana/grafana-foundation-sdk/stat";
import type { FieldConfig as Curve, Options as TimeSeries } from "@grafana/grafana-foundation-sdk/timeseries";

type Query = Omit<Dataquery, "_implementsDataqueryVariant">;

type Fields<Custom> = Partial<Omit<FieldConfigSource, "defaults">> & {
  defaults: Omit<FieldConfig, "custom"> & { custom?: Custom };
};

type PanelOf<Options, Custom> = Omit<Panel, "options" | "targets" | "fieldConfig"> & {
  options?: Options;
  targets: Query[];
  fieldConfig?: Fields<Custom>;
};

export type board = Omit<Dashboard, "panels"> & { panels: unknown[] };
export type stat = PanelOf<Stat, Record<string, never>>;
export type bargauge = PanelOf<BarGauge, Record<string, never>>;
export type timeseries = PanelOf<TimeSeries, Curve>;
