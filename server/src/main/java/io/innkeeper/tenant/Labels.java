package io.innkeeper.tenant;

/**
 * Labels on containers and networks: whose child it is, from which desired state, and enough to
 * adopt it again.
 */
final class Labels {
  static final String PREFIX = "io.innkeeper.";
  static final String TENANT = PREFIX + "tenant";
  static final String SLUG = PREFIX + "slug";
  static final String INSTANCE = PREFIX + "instance";
  static final String VERSION = PREFIX + "version";
  static final String ORGANISATION = PREFIX + "organisation";
  static final String ORGANISATION_NAME = PREFIX + "organisation-name";
  static final String EXTERNAL_ID = PREFIX + "organisation-external-id";
  static final String DISPLAY_NAME = PREFIX + "display-name";
  static final String IMAGE = PREFIX + "image";
  static final String HOSTNAME = PREFIX + "hostname";
  static final String KIND = PREFIX + "kind";
  static final String OUTSIDE = PREFIX + "outside";
  static final String EXTRA = PREFIX + "extra-variables";
  static final String SUBNET = PREFIX + "subnet";
  static final String BRIDGE = PREFIX + "bridge";
  static final String ADMIN_EMAIL = PREFIX + "first-admin-email";
  static final String ADMIN_NAME = PREFIX + "first-admin-name";
  static final String OPENED_AT = PREFIX + "opened-at";
  static final String OPENED_BY = PREFIX + "opened-by";

  private Labels() {}
}
