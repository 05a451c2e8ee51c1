/** An embedded PostgreSQL server in a separate process. */
package org.openimr.standalone.database;
