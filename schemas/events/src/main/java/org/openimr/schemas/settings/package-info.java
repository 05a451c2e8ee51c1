/** Layered settings of a service: defaults, file, environment variables and flags. */
package org.openimr.schemas.settings;
