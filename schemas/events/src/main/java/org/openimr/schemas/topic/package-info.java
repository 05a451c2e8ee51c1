/**
 * The topics of the pipeline, and how to create them, compare them with a broker and wait until
 * they are ready.
 */
package org.openimr.schemas.topic;
