"""What the stand-in keeps: users and settings, in a SQLite file where Open WebUI has its own."""

import hashlib
import json
import os
import secrets
import sqlite3
import sys
import threading
import time
import uuid

VERSION = os.environ.get("STAND_IN_VERSION", "0.12.4")
REVISIONS = ["42e2978c7933", "f0bd01a18a3d", "0bd252b206fb"]  # of 0.10, 0.11, 0.12
VERSION_PARTS = tuple(int(part) for part in VERSION.split("."))
REVISION = REVISIONS[min(max(VERSION_PARTS[1] - 10, 0), 2)]
DATABASE = os.path.join(os.environ.get("DATA_DIR", "/app/backend/data"), "webui.db")

# Settings of the engines beside chat, and how their variables begin.
ENGINES = {
    "rag.openai": "RAG", "audio.stt.openai": "AUDIO_STT", "audio.tts.openai": "AUDIO_TTS",
    "audio.realtime.openai": "AUDIO_REALTIME", "image_generation.openai": "IMAGES",
    "images.edit.openai": "IMAGES_EDIT",
}

SCHEMA = """
CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
CREATE TABLE IF NOT EXISTS "user" (id VARCHAR PRIMARY KEY, name VARCHAR, email VARCHAR, role VARCHAR,
    profile_image_url TEXT, last_active_at BIGINT, updated_at BIGINT, created_at BIGINT);
CREATE TABLE IF NOT EXISTS auth (id VARCHAR PRIMARY KEY, email VARCHAR, password TEXT, active BOOLEAN,
    session_stamp TEXT);
CREATE TABLE IF NOT EXISTS config (key TEXT PRIMARY KEY, value JSON NOT NULL, updated_at BIGINT);
CREATE UNIQUE INDEX IF NOT EXISTS uq_user_email_lower ON "user" (lower(email));
"""


def log(text):
    print(text, file=sys.stderr, flush=True)


def now():
    return int(time.time())


def hashed(password, salt=None):
    salt = salt or secrets.token_hex(8)
    return f"pbkdf2${salt}${hashlib.pbkdf2_hmac('sha256', password.encode(), salt.encode(), 1000).hex()}"


class Store:
    """The SQLite file: one connection, one lock."""

    def __init__(self):
        self.lock = threading.RLock()
        self.db = sqlite3.connect(DATABASE, check_same_thread=False, isolation_level=None)
        self.db.row_factory = sqlite3.Row
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.executescript(SCHEMA)

    def rows(self, sql, *parameters):
        with self.lock:
            return [dict(row) for row in self.db.execute(sql, parameters)]

    def row(self, sql, *parameters):
        return next(iter(self.rows(sql, *parameters)), None)

    def migrate(self):
        found = self.row("SELECT version_num FROM alembic_version")
        if found is None:
            self.rows("INSERT INTO alembic_version VALUES (?)", REVISION)
        elif found["version_num"] not in REVISIONS[: REVISIONS.index(REVISION) + 1]:
            # As the application does: it says so, starts nevertheless and leaves the file alone.
            log(f"ERROR Can't locate revision identified by '{found['version_num']}'")
        else:
            self.rows("UPDATE alembic_version SET version_num = ?", REVISION)

    def seed(self):
        """Environment is read once, by an empty database; afterwards the rows rule."""
        with self.lock:
            for key, value in seeds().items():
                self.rows("INSERT OR IGNORE INTO config VALUES (?, ?, ?)", key, json.dumps(value), now())
            email = os.environ.get("WEBUI_ADMIN_EMAIL", "")
            password = os.environ.get("WEBUI_ADMIN_PASSWORD", "")
            if not email or not password or self.users():
                return
            if len(password.encode()) > 72:
                log("ERROR Admin account was not created: the password is longer than 72 bytes")
                return
            self.add_user(os.environ.get("WEBUI_ADMIN_NAME", "Admin"), email, password, "admin")
            self.set_config({"ui.enable_signup": False})
            log(f"INFO Admin account created successfully: {email}")

    def users(self):
        return self.rows('SELECT * FROM "user" ORDER BY created_at, rowid')

    def add_user(self, name, email, password, role):
        user_id = str(uuid.uuid4())
        with self.lock:
            self.rows('INSERT INTO "user" VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
                      user_id, name, email.lower(), role, "/user.png", now(), now(), now())
            self.rows("INSERT INTO auth VALUES (?, ?, ?, 1, ?)",
                      user_id, email.lower(), hashed(password), str(uuid.uuid4()))
        return self.user(user_id)

    def user(self, user_id):
        return self.row('SELECT * FROM "user" WHERE id = ?', user_id)

    def auth(self, user_id):
        return self.row("SELECT * FROM auth WHERE id = ?", user_id)

    def config(self):
        rows = self.rows("SELECT key, CAST(value AS TEXT) AS value FROM config ORDER BY key")
        return {row["key"]: json.loads(row["value"]) for row in rows}

    def set_config(self, values):
        for key, value in values.items():
            self.rows("INSERT INTO config VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE "
                      "SET value = excluded.value, updated_at = excluded.updated_at",
                      key, json.dumps(value), now())


def seeds():
    """The rows that Innkeeper looks at, as the application names them."""
    def text(name, default=""):
        return os.environ.get(name, default)

    def switch(name, default):
        return text(name, default).lower() == "true"

    try:
        connections = json.loads(text("OPENAI_API_CONFIGS", "{}"))
    except ValueError:
        log("WARNING OPENAI_API_CONFIGS is not JSON")
        connections = {}
    return {
        "openai.enable": switch("ENABLE_OPENAI_API", "true"),
        "openai.api_base_urls": text("OPENAI_API_BASE_URL", "https://api.openai.com/v1").split(";"),
        "openai.api_keys": text("OPENAI_API_KEY").split(";"),
        "openai.api_configs": connections,
        "ollama.enable": switch("ENABLE_OLLAMA_API", "true"),
        "direct.enable": switch("ENABLE_DIRECT_CONNECTIONS", "false"),
        "direct.integrations.enable": switch("ENABLE_DIRECT_INTEGRATIONS", "true"),
        "ui.enable_signup": switch("ENABLE_SIGNUP", "true"),
        "ui.enable_community_sharing": switch("ENABLE_COMMUNITY_SHARING", "true"),
        "ui.default_user_role": text("DEFAULT_USER_ROLE", "pending"),
        "ui.banners": [],
        "webui.url": text("WEBUI_URL"),
        "rag.embedding_engine": text("RAG_EMBEDDING_ENGINE"),
        "rag.embedding_model": text("RAG_EMBEDDING_MODEL"),
        "rag.embedding_batch_size": int(text("RAG_EMBEDDING_BATCH_SIZE", "1")),
        "rag.file.max_size": int(text("RAG_FILE_MAX_SIZE", "0")) or None,
        "audio.stt.engine": text("AUDIO_STT_ENGINE"),
        "audio.tts.engine": text("AUDIO_TTS_ENGINE"),
        "models.default_metadata": json.loads(text("DEFAULT_MODEL_METADATA", "{}")),
        **{f"{key}.api_base_url": text(f"{name}_OPENAI_API_BASE_URL") for key, name in ENGINES.items()},
        **{f"{key}.api_key": text(f"{name}_OPENAI_API_KEY") for key, name in ENGINES.items()},
    }
