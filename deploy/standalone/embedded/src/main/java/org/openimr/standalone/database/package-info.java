/** A PostgreSQL server in a process of its own. */
package org.openimr.standalone.database;
