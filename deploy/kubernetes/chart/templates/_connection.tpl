{{/*
Environment to connect to the brokers as one of Strimzi's users. Parameters: root, user, prefix of the
Kafka settings (KAFKA for the service itself).
*/}}
{{- define "imr.kafkaEnv" -}}
{{- $secret := .user }}
{{- if eq .root.Values.kafka.authentication "tls" }}
- name: IMR_{{ .prefix }}_SECURITY_PROTOCOL
  value: SSL
- name: IMR_{{ .prefix }}_SSL_KEYSTORE_TYPE
  value: PKCS12
- name: IMR_{{ .prefix }}_SSL_KEYSTORE_LOCATION
  value: /etc/imr/{{ .user }}/user.p12
- name: IMR_{{ .prefix }}_SSL_KEYSTORE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: user.password
{{- else }}
- name: IMR_{{ .prefix }}_SECURITY_PROTOCOL
  value: SASL_SSL
- name: IMR_{{ .prefix }}_SASL_MECHANISM
  value: SCRAM-SHA-512
- name: IMR_{{ .prefix }}_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: sasl.jaas.config
{{- end }}
- name: IMR_{{ .prefix }}_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: IMR_{{ .prefix }}_SSL_TRUSTSTORE_LOCATION
  value: /etc/imr/cluster-ca/ca.crt
{{- end }}

{{/* Environment for brokers, registry and log of a service. Parameters: root, user. */}}
{{- define "imr.connectionEnv" -}}
- name: IMR_KAFKA_BOOTSTRAP_SERVERS
  value: {{ include "imr.bootstrap" .root }}
{{- include "imr.kafkaEnv" (dict "root" .root "user" .user "prefix" "KAFKA") }}
- name: IMR_SCHEMA_REGISTRY_URL
  value: {{ .root.Values.registry.url }}
{{- with .root.Values.registry.secret }}
- name: IMR_SCHEMA_REGISTRY_BASIC_AUTH_CREDENTIALS_SOURCE
  value: USER_INFO
- name: IMR_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO
  valueFrom:
    secretKeyRef:
      name: {{ . }}
      key: user-info
{{- end }}
{{- end }}

{{/* Volume mounts of the certificates of users. Parameters: root, users. */}}
{{- define "imr.connectionMounts" -}}
- name: cluster-ca
  mountPath: /etc/imr/cluster-ca
  readOnly: true
{{- if eq .root.Values.kafka.authentication "tls" }}
{{- range .users }}
- name: {{ . }}
  mountPath: /etc/imr/{{ . }}
  readOnly: true
{{- end }}
{{- end }}
- name: tmp
  mountPath: /tmp
{{- end }}

{{- define "imr.connectionVolumes" -}}
- name: cluster-ca
  secret:
    secretName: {{ .root.Values.kafka.cluster }}-cluster-ca-cert
    items:
      - key: ca.crt
        path: ca.crt
{{- if eq .root.Values.kafka.authentication "tls" }}
{{- range .users }}
- name: {{ . }}
  secret:
    secretName: {{ . }}
    items:
      - key: user.p12
        path: user.p12
{{- end }}
{{- end }}
- name: tmp
  emptyDir:
    sizeLimit: 512Mi
{{- end }}
