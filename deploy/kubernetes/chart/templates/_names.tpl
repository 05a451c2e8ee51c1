{{/* Labels of all resources. Parameter: root. */}}
{{- define "imr.labels" -}}
app.kubernetes.io/part-of: imr
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* Selector labels of the pods of a service. Parameters: root, name. */}}
{{- define "imr.selector" -}}
app.kubernetes.io/name: imr-{{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "imr.image" -}}
{{ .root.Values.image.prefix }}{{ .image }}:{{ .root.Values.image.tag }}
{{- end }}

{{- define "imr.bootstrap" -}}
{{ .Values.kafka.bootstrapServers | default (printf "%s-kafka-bootstrap:9093" .Values.kafka.cluster) }}
{{- end }}

{{/* Security context: not root, read-only root file system. */}}
{{- define "imr.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "imr.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}
