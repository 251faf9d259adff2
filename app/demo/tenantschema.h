// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

/// The tables of a service with tenants on PostgreSQL, as its older version makes them. The type of its
/// embeddings is a stand-in, which needs no extension.
constexpr const char *tenantTables()
{
    return R"(
CREATE DOMAIN public.vector AS real[];
CREATE TABLE public.tenants (id uuid PRIMARY KEY, name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE public.api_keys (id text PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES public.tenants(id),
  secret_hash text NOT NULL, label text,
  scopes_json jsonb NOT NULL DEFAULT '["memory:read", "memory:write", "search:read"]',
  created_at timestamptz NOT NULL DEFAULT now(), revoked_at timestamptz);
CREATE TABLE public.entry_versions (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES public.tenants(id),
  agent_id text NOT NULL, path text NOT NULL, value_json jsonb, tags_json jsonb,
  importance real CHECK (importance BETWEEN 0 AND 1), searchable boolean NOT NULL DEFAULT true,
  content_hash text NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), expires_at timestamptz,
  deleted_at timestamptz);
CREATE TABLE public.entries (tenant_id uuid NOT NULL REFERENCES public.tenants(id), agent_id text NOT NULL,
  path text NOT NULL, latest_version_id uuid NOT NULL REFERENCES public.entry_versions(id),
  PRIMARY KEY (tenant_id, agent_id, path));
CREATE TABLE public.embeddings (version_id uuid PRIMARY KEY REFERENCES public.entry_versions(id),
  tenant_id uuid NOT NULL, agent_id text NOT NULL, path text NOT NULL, model text NOT NULL,
  embedding public.vector, created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE public.embedding_jobs (version_id uuid PRIMARY KEY REFERENCES public.entry_versions(id),
  tenant_id uuid NOT NULL, agent_id text NOT NULL, path text NOT NULL, status text NOT NULL DEFAULT 'queued'
  CONSTRAINT embedding_jobs_status_check CHECK (status IN ('queued', 'running', 'succeeded', 'failed')),
  attempts integer NOT NULL DEFAULT 0, last_error text, created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE public.idempotency_keys (tenant_id uuid NOT NULL, key text NOT NULL, request_hash text NOT NULL,
  response_json jsonb, created_at timestamptz NOT NULL DEFAULT now(), expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key));
CREATE TABLE public.quota_usage (tenant_id uuid NOT NULL REFERENCES public.tenants(id), day text NOT NULL,
  writes integer NOT NULL DEFAULT 0, bytes integer NOT NULL DEFAULT 0, embed_tokens integer NOT NULL DEFAULT 0,
  searches integer NOT NULL DEFAULT 0, PRIMARY KEY (tenant_id, day));
CREATE TABLE public.schema_migrations (version text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
)";
}

/// What its newer version adds.
constexpr const char *tenantTiers()
{
    return R"(
ALTER TABLE public.tenants ADD COLUMN email text, ADD COLUMN wallet_address text UNIQUE,
  ADD COLUMN wallet_verified_at timestamptz, ADD COLUMN token_balance bigint NOT NULL DEFAULT 0,
  ADD COLUMN tier text NOT NULL DEFAULT 'free', ADD COLUMN tier_downgrade_warning_at timestamptz,
  ADD COLUMN last_balance_check timestamptz;
CREATE TABLE public.tier_history (id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL REFERENCES public.tenants(id), tier text NOT NULL, at timestamptz NOT NULL DEFAULT now());
)";
}

} // namespace pilothouse
