{{/*
Renders a service: StatefulSet with one volume per instance, Services and PodDisruptionBudget.
Parameters: root, name (of the values and of Strimzi's user), image, users, state (directory), port
(of health and metrics), scheme (of that port), ports (all, by name), replicas (empty: set by KEDA),
env (YAML), files (secrets that are mounted under /etc/imr, by directory).
*/}}
{{- define "imr.service" -}}
{{- $values := index .root.Values .name }}
{{- $selector := include "imr.selector" . }}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: imr-{{ .name }}
  labels:
    {{- include "imr.labels" .root | nindent 4 }}
    app.kubernetes.io/name: imr-{{ .name }}
spec:
  serviceName: imr-{{ .name }}-instances
  {{- with .replicas }}
  replicas: {{ . }}
  {{- end }}
  podManagementPolicy: Parallel
  selector:
    matchLabels:
      {{- $selector | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "imr.labels" .root | nindent 8 }}
        app.kubernetes.io/name: imr-{{ .name }}
    spec:
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: 30
      securityContext:
        {{- include "imr.podSecurity" . | nindent 8 }}
      {{- with .root.Values.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- $selector | nindent 14 }}
      containers:
        - name: {{ .name }}
          image: {{ include "imr.image" . }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          securityContext:
            {{- include "imr.containerSecurity" . | nindent 12 }}
          ports:
            {{- range $name, $port := .ports }}
            - name: {{ $name }}
              containerPort: {{ $port }}
            {{- end }}
          startupProbe:
            httpGet: {path: /health/live, port: {{ .port }}, scheme: {{ .scheme | default "HTTP" }}}
            periodSeconds: 2
            failureThreshold: 60
          livenessProbe:
            httpGet: {path: /health/live, port: {{ .port }}, scheme: {{ .scheme | default "HTTP" }}}
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
          readinessProbe:
            httpGet: {path: /health/ready, port: {{ .port }}, scheme: {{ .scheme | default "HTTP" }}}
            periodSeconds: 5
            timeoutSeconds: 5
          resources:
            {{- toYaml $values.resources | nindent 12 }}
          env:
            {{- include "imr.connectionEnv" (dict "root" .root "user" (first .users)) | nindent 12 }}
            - name: IMR_LOG_FORMAT
              value: {{ .root.Values.log.format }}
            {{- .env | nindent 12 }}
            {{- range $variable, $value := $values.env }}
            - name: {{ $variable }}
              value: {{ $value | quote }}
            {{- end }}
          {{- with $values.secrets }}
          envFrom:
            {{- range . }}
            - secretRef:
                name: {{ . }}
            {{- end }}
          {{- end }}
          volumeMounts:
            {{- include "imr.connectionMounts" . | nindent 12 }}
            - name: state
              mountPath: {{ .state }}
            {{- range $folder, $secret := .files }}
            - name: {{ $folder }}
              mountPath: /etc/imr/{{ $folder }}
              readOnly: true
            {{- end }}
      volumes:
        {{- include "imr.connectionVolumes" . | nindent 8 }}
        {{- range $folder, $secret := .files }}
        - name: {{ $folder }}
          secret:
            secretName: {{ $secret }}
        {{- end }}
  volumeClaimTemplates:
    - metadata:
        name: state
        labels:
          app.kubernetes.io/name: imr-{{ .name }}
      spec:
        accessModes: [ReadWriteOnce]
        {{- with $values.storage.class }}
        storageClassName: {{ . }}
        {{- end }}
        resources:
          requests:
            storage: {{ $values.storage.size }}
---
# DNS names of the individual instances
apiVersion: v1
kind: Service
metadata:
  name: imr-{{ .name }}-instances
  labels:
    {{- include "imr.labels" .root | nindent 4 }}
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  selector:
    {{- $selector | nindent 4 }}
  ports:
    {{- range $name, $port := .ports }}
    - name: {{ $name }}
      port: {{ $port }}
    {{- end }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: imr-{{ .name }}
  labels:
    {{- include "imr.labels" .root | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      {{- $selector | nindent 6 }}
{{- end }}

{{/* Environment for tracing, for services that process letters. */}}
{{- define "imr.tracesEnv" -}}
{{- with .Values.traces.endpoint }}
- name: IMR_TRACES_OTLP_ENDPOINT
  value: {{ . }}
- name: IMR_TRACES_SAMPLING_RATIO
  value: {{ $.Values.traces.samplingRatio | quote }}
{{- end }}
{{- end }}

{{/*
Static membership: an instance keeps its partitions and its state over a restart. Other instances
take over the partitions after the session timeout.
*/}}
{{- define "imr.membershipEnv" -}}
- name: IMR_KAFKA_GROUP_INSTANCE_ID
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: IMR_KAFKA_CONSUMER_SESSION_TIMEOUT_MS
  value: "60000"
{{- end }}
