// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/tenantdata.h"

#include "app/demo/tenantschema.h"

namespace pilothouse {

namespace {

constexpr char Rows[] = R"(
INSERT INTO public.tenants (id, name, created_at) VALUES
  ('00000000-0000-4000-8000-000000000001', 'north', now() - interval '200 days'),
  ('00000000-0000-4000-8000-000000000002', 'sÜd "quoted"', now() - interval '20 days');
INSERT INTO public.api_keys (id, tenant_id, secret_hash, label, created_at, revoked_at) VALUES
  ('agfs_live_old', '00000000-0000-4000-8000-000000000001', 'hash-of-a-secret-1', 'crawler',
   now() - interval '120 days', NULL),
  ('agfs_live_new', '00000000-0000-4000-8000-000000000001', 'hash-of-a-secret-2', 'portal',
   now() - interval '3 days', NULL),
  ('agfs_dev_two', '00000000-0000-4000-8000-000000000002', 'hash-of-a-secret-3', '',
   now() - interval '4 days', NULL),
  ('agfs_dev_gone', '00000000-0000-4000-8000-000000000002', 'hash-of-a-secret-4', 'gone',
   now() - interval '150 days', now() - interval '10 days');
INSERT INTO public.entry_versions (id, tenant_id, agent_id, path, value_json, tags_json, importance,
  content_hash, deleted_at)
SELECT ('10000000-0000-4000-8000-00000000000' || n)::uuid, '00000000-0000-4000-8000-000000000001', 'agent',
  '/notes/' || n, jsonb_build_object('n', n, 'text', 'naïve — ''quoted'''), '"[\"prefs\"]"', 0.5,
  md5(n::text), CASE WHEN n = 3 THEN now() END
FROM generate_series(1, 6) AS n;
INSERT INTO public.entries
SELECT tenant_id, agent_id, path, id FROM public.entry_versions WHERE path IN ('/notes/1', '/notes/2', '/notes/3');
INSERT INTO public.quota_usage VALUES
  ('00000000-0000-4000-8000-000000000001', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 4800, 90000, 1200, 9),
  ('00000000-0000-4000-8000-000000000002', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 3, 100, 0, 0),
  ('00000000-0000-4000-8000-000000000001', '2026-01-01', 5000, 1, 1, 1);
INSERT INTO public.embeddings (version_id, tenant_id, agent_id, path, model, embedding)
SELECT id, tenant_id, agent_id, path, 'text-embedding-3-small', ARRAY[0.25, -1.5]::real[]
FROM public.entry_versions WHERE path IN ('/notes/1', '/notes/6');
INSERT INTO public.embedding_jobs (version_id, tenant_id, agent_id, path, status, attempts, last_error, updated_at)
SELECT v.id, v.tenant_id, v.agent_id, v.path, j.status, j.attempts, j.error, now() - j.age
FROM public.entry_versions v JOIN (VALUES
  ('/notes/1', 'succeeded', 1, NULL, interval '2 hours'),
  ('/notes/2', 'queued', 0, NULL, interval '1 minute'),
  ('/notes/3', 'failed', 1, 'OPENAI_API_KEY not set', interval '3 hours'),
  ('/notes/4', 'running', 1, NULL, interval '1 hour'),
  ('/notes/5', 'running', 1, NULL, interval '5 seconds'),
  ('/notes/6', 'failed', 5, 'new row for relation "embedding_jobs" violates check constraint '
    '"embedding_jobs_status_check"', interval '30 minutes')) AS j(path, status, attempts, error, age)
  ON j.path = v.path;
)";

} // namespace

QByteArray tenantDataSql(TenantShape shape)
{
    return QByteArray(tenantTables()) + (shape == TenantShape::Tiers ? tenantTiers() : "") + Rows;
}

} // namespace pilothouse
